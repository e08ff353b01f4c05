/// How a figure went, as a small line under it: no axis, for the chart has one.
struct Sparkline {
    let values: [Double?]

    var svg: String {
        let known = values.compactMap(\.self)
        guard known.count > 2, known.allSatisfy(\.isFinite), let most = known.max(), most > 0 else { return "" }
        var line = ""
        var area = ""
        var isOpen = false
        for (index, value) in values.enumerated() {
            guard let value else {
                isOpen = false
                continue
            }
            let x = ChartFigure.number(Double(index))
            let y = ChartFigure.number(24 - value / most * 22)
            line += isOpen ? "L\(x) \(y)" : "M\(x) \(y)"
            area += isOpen ? "L\(x) \(y)" : (area.isEmpty ? "" : "V24Z") + "M\(x) 24V\(y)"
            if index + 1 == values.count || values[index + 1] == nil { area += "V24Z" }
            isOpen = index + 1 < values.count && values[index + 1] != nil
        }
        return
            "<svg class=\"spark\" viewBox=\"0 0 \(max(1, values.count - 1)) 25\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path class=\"sparkarea\" d=\"\(area)\"/><path class=\"sparkline\" d=\"\(line)\"/></svg>"
    }
}
