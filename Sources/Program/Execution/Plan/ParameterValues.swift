internal import Diagnostics
internal import Notebooks

/// The parameters of a run: defaults of the front matter, what papermill wrote, and `-P name=value` on top.
enum ParameterValues {
  static func resolve(
    _ notebook: Notebook, _ overrides: [String: String], _ findings: inout [Diagnostic]
  ) -> [(name: String, value: OptionValue)] {
    let declared = notebook.frontMatter.params
    let names = declared.map(\.name)
    let known = Set(names)
    for name in overrides.keys.sorted() where !known.contains(name) {
      findings.append(unknown(name, names, notebook))
    }
    let injected = InjectedParameters.values(in: notebook)
    return declared.map { parameter in
      let written = overrides[parameter.name].map(ParameterValue.init(parsing:))
      let value = written ?? injected[parameter.name] ?? parameter.value
      return (parameter.name, OptionValue(value, range: parameter.range))
    }
  }

  private static func unknown(
    _ name: String, _ names: [String], _ notebook: Notebook
  ) -> Diagnostic {
    let place = notebook.frontMatter.range?.lowerBound ?? 0
    return Diagnostic(
      code: "unknown-parameter", at: place..<place,
      Message(
        "the lesson declares no parameter '\(name)'",
        pt: "a lição não declara o parâmetro '\(name)'"),
      hint: nearest(to: name, among: names).map(OptionReader.didYouMean)
        ?? OptionReader.choices(names))
  }
}

extension OptionValue {
  /// A parameter's value as an option's value.
  init(_ value: ParameterValue, range: Range<Int>) {
    switch value {
    case .bool(let flag): self.init(kind: .bool(flag), text: "\(flag)", range: range)
    case .int(let number): self.init(kind: .int(number), text: "\(number)", range: range)
    case .double(let number): self.init(kind: .double(number), text: "\(number)", range: range)
    case .string(let text): self.init(kind: .string(text), text: text, range: range)
    }
  }
}
