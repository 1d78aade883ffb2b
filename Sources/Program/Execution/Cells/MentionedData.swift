internal import Datasets
internal import PythonSyntax

/// The data sets that a cell's code names: by a variable, an attribute or an import. A text that holds the
/// name of one reads no data, unless the cell looks names up by their texts.
struct MentionedData {
  private var words: Set<String> = []
  private var texts: Set<String> = []

  static func names(in module: Module) -> [String] {
    var found = MentionedData()
    for statement in module.body { found.visit(statement) }
    let looksUp = !found.words.isDisjoint(with: lookups)
    return known.filter { found.words.contains($0) || looksUp && found.texts.contains($0) }
  }

  private static let known = DatasetCatalog.all.filter { $0.keras != nil }.map(\.name)

  /// What finds a name by its text.
  private static let lookups: Set<String> = [
    "getattr", "hasattr", "vars", "globals", "locals", "eval", "exec", "__import__", "__dict__",
    "import_module", "attrgetter",
  ]

  private mutating func visit(_ node: ExpressionNode) {
    switch node.kind {
    case .name(let name): words.insert(name)
    case .attribute(_, let name): words.insert(name.text)
    case .string(let text): texts.formUnion(Self.words(of: text))
    case .formattedString(let parts):
      for case .text(let text) in parts { texts.formUnion(Self.words(of: text)) }
    default: break
    }
    for child in node.children { visit(child) }
  }

  private mutating func visit(_ statement: StatementNode) {
    for expression in statement.expressions { visit(expression) }
    switch statement.kind {
    case .import(let names): for item in names { words.formUnion(Self.words(of: item.name.text)) }
    case .importFrom(let statement):
      words.formUnion(Self.words(of: statement.module?.text ?? ""))
      words.formUnion((statement.names ?? []).map(\.name.text))
    default: break
    }
    for body in statement.bodies { for inner in body { visit(inner) } }
  }

  private static func words(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }
}
