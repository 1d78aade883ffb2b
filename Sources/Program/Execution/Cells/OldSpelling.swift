internal import Diagnostics
internal import Networks
internal import PythonSyntax

/// A spelling of earlier versions of Keras that is understood here and that Keras 3 refuses.
struct OldSpelling {
  /// What stands in the cell, such as `nb_epoch=`.
  let written: String
  /// What Keras 3 has in its place.
  let current: String
  /// UTF-8 offsets in the cell.
  let range: Range<Int>

  var note: Message {
    Message(
      "Keras 3 refuses '\(written)': write '\(current)'",
      pt: "O Keras 3 recusa '\(written)': escreva '\(current)'")
  }

  /// The spellings of a cell, in their order.
  static func all(in module: Module) -> [OldSpelling] {
    var found: [OldSpelling] = []
    func visit(_ expression: ExpressionNode) {
      found += all(at: expression)
      for child in expression.children { visit(child) }
    }
    func visit(_ body: [StatementNode]) {
      for statement in body {
        for expression in statement.expressions { visit(expression) }
        for inner in statement.bodies { visit(inner) }
      }
    }
    visit(module.body)
    return found
  }

  private static func all(at expression: ExpressionNode) -> [OldSpelling] {
    switch expression.kind {
    case .call(let callee, let arguments):
      guard let name = lastName(of: callee) else { return [] }
      if let merging = merging(name, arguments, expression.range) { return [merging] }
      return arguments.compactMap { argument in
        guard let keyword = argument.keyword?.text, let current = current(keyword, of: name) else {
          return nil
        }
        return OldSpelling(
          written: "\(keyword)=", current: "\(current)=", range: argument.range)
      }
    case .attribute(let object, let name):
      guard
        let current = attributes["\(lastName(of: object) ?? "").\(name.text)"] ?? methods[name.text]
      else { return [] }
      return [OldSpelling(written: name.text, current: current, range: expression.range)]
    default: return []
    }
  }

  /// `merge([a, b], mode='concat')` and `Merge(mode='sum')`; pandas' `merge` has no mode.
  private static func merging(
    _ name: String, _ arguments: [Argument], _ range: Range<Int>
  ) -> OldSpelling? {
    let words = [
      "sum": "add", "mul": "multiply", "ave": "average", "max": "maximum",
      "concat": "concatenate", "dot": "dot",
    ]
    guard ["merge", "Merge"].contains(name),
      case .string(let mode)? = arguments.first(where: { $0.keyword?.text == "mode" })?.value.kind,
      let current = words[mode]
    else { return nil }
    return OldSpelling(
      written: "\(name)(mode='\(mode)')", current: "keras.layers.\(current)", range: range)
  }

  private static func lastName(of expression: ExpressionNode) -> String? {
    switch expression.kind {
    case .name(let name): name
    case .attribute(_, let name): name.text
    default: nil
    }
  }

  private static let attributes = [
    "optimizer.lr": "learning_rate", "K.get_value": "keras.ops.convert_to_numpy",
    "backend.get_value": "keras.ops.convert_to_numpy",
  ]
  private static let methods = ["predict_classes": "predict(…).argmax(axis=-1)"]

  /// What Keras 3 calls an argument of a layer, an optimizer or `fit`.
  private static func current(_ keyword: String, of callee: String) -> String? {
    if callee == "fit" { return keyword == "nb_epoch" ? "epochs" : nil }
    guard let signature = signatures[callee] else { return nil }
    if keyword == "dim_ordering" { return "data_format" }
    // Keras 3 still takes `LeakyReLU(alpha=)`.
    guard callee != "LeakyReLU" else { return nil }
    return signature.parameters.first { $0.aliases.contains(keyword) }?.name
  }

  /// The classes that lessons call, under all of their names.
  private static let signatures: [String: Signature] = {
    var all: [String: Signature] = [:]
    for kind in [ComponentKind.layer, .optimizer] {
      for type in kind.all {
        for name in [type.signature.name] + type.aliases where name.first?.isUppercase == true {
          all[name] = type.signature
        }
      }
    }
    return all
  }()
}
