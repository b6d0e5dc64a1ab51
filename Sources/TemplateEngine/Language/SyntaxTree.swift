/// The number of an expression in its tree.
struct ExpressionID: Hashable, Sendable { let index: Int }

/// A word of the template and where it stands.
struct Name: Sendable {
  let text: String
  let range: Range<Int>
}

/// What follows the name of a filter, test or function.
struct Call: Sendable {
  let name: Name
  var positional: [ExpressionID] = []
  var named: [(name: Name, value: ExpressionID)] = []
}

struct Expression: Sendable {
  enum Kind: Sendable {
    case literal(TemplateValue)
    case name(String)
    case attribute(ExpressionID, Name)
    case index(ExpressionID, ExpressionID)
    case slice(ExpressionID, from: ExpressionID?, to: ExpressionID?, step: ExpressionID?)
    case list([ExpressionID])
    case not(ExpressionID)
    case negative(ExpressionID)
    case positive(ExpressionID)
    case binary(BinaryOperator, ExpressionID, ExpressionID)
    case and(ExpressionID, ExpressionID)
    case or(ExpressionID, ExpressionID)
    case concat([ExpressionID])
    case conditional(then: ExpressionID, condition: ExpressionID, otherwise: ExpressionID?)
    case filter(ExpressionID, Call)
    case test(ExpressionID, Call)
    case call(Call)
    /// A call of what belongs to something: `forms.input(…)`, `loop.cycle(…)`.
    case method(ExpressionID, Call)
    /// What the body of a `filter` or `set` block printed; its value is on the stack already.
    case captured
    /// Stands where a mistake was reported.
    case missing
  }

  let kind: Kind
  let range: Range<Int>
  /// The height of the tree below, for the bound on nesting.
  let height: Int
}

enum BinaryOperator: UInt8, Sendable {
  case add, subtract, multiply, divide, floorDivide, modulo, power
  case equal, notEqual, less, lessEqual, greater, greaterEqual, contained, notContained

  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessEqual: "<="
    case .greater: ">"
    case .greaterEqual: ">="
    case .contained: "in"
    case .notContained: "not in"
    }
  }
}

struct Statement: Sendable {
  struct Branch: Sendable {
    let condition: ExpressionID
    let body: [Statement]
  }

  struct Loop: Sendable {
    let targets: [Name]
    let sequence: ExpressionID
    let filter: ExpressionID?
    let body: [Statement]
    let otherwise: [Statement]
  }

  enum Kind: Sendable {
    case text(Range<Int>)
    case output(ExpressionID)
    case conditional([Branch], otherwise: [Statement])
    case loop(Loop)
    case assign(Name, ExpressionID)
    /// With the filters, if any, that the body goes through.
    case capture(Name, filters: ExpressionID?, [Statement])
    case with([(name: Name, value: ExpressionID)], [Statement])
    case include(Name, ignoresMissing: Bool)
    case filter(ExpressionID, [Statement])
    /// A macro, by its number in the tree.
    case macro(Int)
    case importModule(Name, as: Name, withContext: Bool)
    case importNames(Name, [(name: Name, alias: Name)], withContext: Bool)
    /// A block, by its number in the tree.
    case block(Int)
  }

  let kind: Kind
  /// The tag or text itself, not what it encloses.
  let range: Range<Int>
}

struct Block: Sendable {
  let name: Name
  /// Whether it sees the variables of the loops around it.
  let isScoped: Bool
  /// Whether it stands inside another block.
  let isNested: Bool
  var body: [Statement]
}

/// A macro: a part of a page with parameters.
struct Macro: Sendable {
  let name: Name
  let parameters: [(name: Name, standard: ExpressionID?)]
  var body: [Statement]
}

/// A parsed template: expressions in one array, statements as nested lists of bounded depth.
struct SyntaxTree: Sendable {
  var expressions: [Expression] = []
  var body: [Statement] = []
  var blocks: [Block] = []
  var macros: [Macro] = []
  /// The template that this one extends.
  var parent: Name?
  /// All templates that this one names in `extends`, `include` and `import`.
  var references: [Name] = []

  subscript(id: ExpressionID) -> Expression { expressions[id.index] }
}
