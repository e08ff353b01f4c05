import Bytes
import Records
import Regex

/// One step of a bound expression. The nodes lie in one run of memory and name each other by index, so that
/// evaluation touches no reference counts and allocates nothing.
enum Node: BitwiseCopyable {
    typealias Index = Int32

    // Values
    case constant(Index)
    case field(FieldName)
    /// The field's text as it stands in the record, whatever its type.
    case fieldText(FieldName)
    /// The operand as text, as a number.
    case text(Index)
    case number(Index)
    case arithmetic(ArithmeticOperator, Index, Index)
    /// `int(a / b)`: whole numbers are divided as such.
    case wholeQuotient(Index, Index)
    case coalesce(Index, Index)
    case conditional(Index, Index, Index)
    case call1(function: Index, Index)
    case call2(function: Index, Index, Index)
    case call3(function: Index, Index, Index, Index)
    /// The field, or where there is none of that name, what else its dots may mean.
    case dotted(FieldName, otherwise: Index)
    case dottedText(FieldName, otherwise: Index)
    /// A member of an object or an element of an array, and its text as it stands there.
    case member(Index, key: Index)
    case memberText(Index, key: Index)
    /// Text, but for objects and arrays, which stay what they are.
    case fieldTextOrJSON(FieldName)
    case textOrJSON(Index)
    case capture(pattern: Index, group: Index)
    case formatted(Index, format: Index)
    case now

    // Conditions
    case not(Index)
    /// Indices of the terms stand in `lists`.
    case all(first: Index, count: Index)
    case any(first: Index, count: Index)
    case compare(Comparison, Index, Index)
    /// `status >= 500`
    case compareField(Comparison, FieldName, with: Int64)
    /// `method == "GET"`, and `!=`
    case fieldEquals(FieldName, Slice, isNegated: Bool)
    case match(Index, pattern: Index, isNegated: Bool)
    /// Whether one of the list equals the operand.
    case membership(Index, first: Index, count: Index)
    /// Whether one of an array's elements equals the operand.
    case element(Index, of: Index)
    case isNull(Index, isNegated: Bool)
    case exists(FieldName)

    /// The field that it reads itself.
    var field: FieldName? {
        switch self {
        case .field(let name), .dotted(let name, _), .compareField(_, let name, _), .fieldEquals(let name, _, _),
            .exists(let name):
            name
        default: nil
        }
    }
}

/// The nodes of an expression and what they refer to, in the order of their making: operands before operators.
struct Program: ~Copyable {
    var nodes = Slab<Node>(capacity: 16)
    var lists = Slab<Node.Index>(capacity: 16)
    var constants = Slab<Value>(capacity: 16)
    var functions: [Callable] = []
    var formats: [TextFormat] = []
    var patterns: [CompiledPattern] = []
    var root: Node.Index = 0

    /// Of each node the field that it reads; one without a name where it reads none.
    var fieldPlaces: Slab<FieldPlace> {
        Slab((0..<nodes.count).map { nodes[$0].field.map { FieldPlace($0) } ?? .none })
    }
}
