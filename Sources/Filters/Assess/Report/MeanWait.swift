/// How long a fault goes on until a window tells of it, in the mean of faults that begin anywhere: what falls into the end of a window
/// may be too little for that window, and then the next has to end.
enum MeanWait {
    private static let beginnings = 60

    /// In windows; infinite where none ever tells.
    /// - Parameter chance: that a window tells of the fault, by the part of the window that the fault takes.
    static func windows(_ chance: (_ part: Double) -> Double) -> Double {
        let whole = chance(1)
        guard whole > 0 else { return .infinity }
        let waits = (0..<beginnings).map { place in
            let part = (Double(place) + 0.5) / Double(beginnings)
            return part + (1 - min(chance(part), 1)) / whole
        }
        return waits.reduce(0, +) / Double(beginnings)
    }

    /// Of what only a whole window tells.
    static let untilWhole = 1.5
}
