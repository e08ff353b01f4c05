extension Record {
    /// Puts the named fields first, in that order; the others follow in theirs.
    package mutating func order(_ names: [FieldName]) {
        var place = 0
        for name in names {
            guard var position = position(of: name), position >= place else { continue }
            if position > place {
                willChange()
                let field = fields[position]
                while position > place {
                    fields[position] = fields[position &- 1]
                    position &-= 1
                }
                fields[place] = field
            }
            place &+= 1
        }
    }
}
