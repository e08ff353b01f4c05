extension Double {
    /// By squares: the same on every machine. An exponent below 0 counts as 0.
    func raised(to exponent: Int) -> Double {
        var result = 1.0
        var square = self
        var rest = max(exponent, 0)
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }
}
