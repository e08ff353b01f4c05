import FilterKit

extension AggregatePlan {
    /// Which fields the columns of a preset from `first` on are taken from, of those that would be 0 without.
    func premises(of preset: Preset, from first: Int) -> [Premise] {
        var groups: [(fields: [String], columns: [String])] = []
        for column in columns[first...] {
            guard let measure = column.reading.measureOfZero else { continue }
            let fields = measures[measure].expression.fieldNames
            if let known = groups.firstIndex(where: { $0.fields == fields }) {
                groups[known].columns.append(column.name)
            } else {
                groups.append((fields, [column.name]))
            }
        }
        return groups.map { fields, columns in
            let verb = columns.count == 1 ? "is" : "are"
            return Premise(
                fields: fields, consequence: "\(columns.joined(separator: ", ")) \(verb) 0",
                advice: "'weir-aggregate --explain \(preset.name)' shows how to write it of others")
        }
    }
}

extension Reading {
    /// What is kept for a column that says 0, and not null, where no record had what it is of.
    fileprivate var measureOfZero: Int? {
        switch self {
        case .present(let measure), .sum(let measure), .distinct(let measure), .ratio(let measure): measure
        default: nil
        }
    }
}
