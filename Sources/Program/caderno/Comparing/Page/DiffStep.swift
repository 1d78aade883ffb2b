internal import Comparison
internal import Diagnostics
internal import Rendering
internal import RunRecords

/// One directive of a diff page: each output with what changed in it and both sides.
struct DiffStep {
  let task: TaskComparison
  /// Its place in the comparison, from 0, which its ids begin with.
  let number: Int
  let a: ComparedRun
  let b: ComparedRun
  let names: (a: String, b: String)
  let language: Language

  private var fragment: OutputFragment { OutputFragment(language: language) }

  /// The id of a directive's section, which the summary links to.
  static func anchor(_ number: Int) -> String { "step:\(number)" }

  var html: String {
    let old = task.a.flatMap { a.record.task($0.id) }
    let new = task.b.flatMap { b.record.task($0.id) }
    let causes = task.causes.map {
      "<li>\(words(DiffWords.because)): \(text($0.message.text(in: language)))</li>\n"
    }
    let outputs = task.outputs.indices.map { output($0, old, new) }.joined()
    return "<section class=\"step \(task.verdict.rawValue)\" id=\"\(Self.anchor(number))\">\n"
      + "<h3>\(text(task.id)) <span class=\"kind\">(\(text(task.kind))): "
      + "\(text(task.words(in: language)))</span></h3>\n"
      + (causes.isEmpty ? "" : "<ul class=\"changes\">\n\(causes.joined())</ul>\n")
      + madeFigures + outputs + "</section>\n"
  }

  private func output(_ index: Int, _ old: TaskRecord?, _ new: TaskRecord?) -> String {
    let comparison = task.outputs[index]
    let first = comparison.isAdded ? nil : old?.outputs.first { $0.name == comparison.name }
    let second = comparison.isRemoved ? nil : new?.outputs.first { $0.name == comparison.name }
    let prefix = "\(number):\(index)"
    if comparison.isEmpty { return same(second, of: new, comparison, prefix) }
    let sides =
      side("A", first, of: old, in: a, "a\(prefix)")
      + side("B", second, of: new, in: b, "b\(prefix)")
    return "<h4>\(text(comparison.name)) "
      + "<span class=\"kind\">(\(text(comparison.words(in: language))))</span></h4>\n"
      + ChangesHTML(output: comparison, language: language).html
      + joined(first, second, old, new, prefix)
      + (sides.isEmpty ? "" : "<div class=\"sides\">\n\(sides)</div>\n")
  }

  /// What is the same in both is shown once, folded.
  private func same(
    _ output: Output?, of task: TaskRecord?, _ comparison: OutputComparison, _ prefix: String
  ) -> String {
    guard let output, let task,
      case let html = shown(output, of: task, in: b, "b\(prefix)"), !html.isEmpty
    else { return "" }
    let words = DiffWords.same(comparison.name, comparison.words(in: language))
    return "<details><summary>\(self.words(words))</summary>\n\(html)</details>\n"
  }

  /// One side of an output. A figure of a notebook has none: it stands in the region.
  private func side(
    _ side: String, _ output: Output?, of task: TaskRecord?, in run: ComparedRun, _ prefix: String
  ) -> String {
    let name = side == "A" ? names.a : names.b
    let label = "\(DiffWords.side(side, in: language)): \(name)"
    guard let output, let task else {
      return "<div class=\"side\"><p class=\"label\">\(text(label))</p>\n"
        + "<p class=\"missing\">\(words(DiffWords.nothing))</p></div>\n"
    }
    let html = shown(output, of: task, in: run, prefix)
    guard !html.isEmpty else { return "" }
    return "<div class=\"side\"><p class=\"label\">\(text(label))</p>\n\(html)</div>\n"
  }

  /// A typed output as in a lesson's page; a notebook's region as the Markdown that it is.
  private func shown(
    _ output: Output, of task: TaskRecord, in run: ComparedRun, _ prefix: String
  ) -> String {
    let html: String
    if let files = run.files {
      guard case .text(let region) = output, files["\(task.id)/\(region.name)"] == nil else {
        return ""
      }
      html = fragment.html(markdown: region.text, images: images(of: task, in: files))
    } else {
      html = fragment.html(of: output, prefix: prefix)
    }
    let box = DiffRegion.html(html, name: "\(task.id), \(output.name)")
    return "<div class=\"output\">\(box)</div>\n"
  }

  private func images(of task: TaskRecord, in files: [String: [UInt8]]) -> [String: [UInt8]] {
    let names = files.keys.filter { $0.hasPrefix("\(task.id)/") }
    return Dictionary(
      names.map { (String($0.dropFirst(task.id.count + 1)), files[$0] ?? []) }
    ) { first, _ in first }
  }

  /// Figures that hold both sides: curves on common axes, and where pictures differ.
  private func joined(
    _ first: Output?, _ second: Output?, _ old: TaskRecord?, _ new: TaskRecord?, _ prefix: String
  ) -> String {
    guard let first, let second, let old, let new else { return "" }
    guard let before = a.files, let after = b.files else {
      return figures(first, second, of: new, prefix)
    }
    guard made == nil else { return "" }
    return JoinedDrawings(language: language).html(
      before["\(old.id)/\(first.name)"], after["\(new.id)/\(second.name)"], name: second.name)
  }

  /// The typed outputs behind two notebooks' regions, where records have both.
  private var made: (old: TaskRecord, new: TaskRecord)? {
    guard let old = task.a.flatMap({ a.made[$0.id] }), let new = task.b.flatMap({ b.made[$0.id] })
    else { return nil }
    return (old, new)
  }

  private var madeFigures: String {
    guard let (old, new) = made else { return "" }
    return new.outputs.enumerated().map { index, output in
      guard let first = old.outputs.first(where: { $0.name == output.name && $0 != output }) else {
        return ""
      }
      return figures(first, output, of: new, "\(number):made:\(index)")
    }.joined()
  }

  private func figures(
    _ first: Output, _ second: Output, of task: TaskRecord, _ prefix: String
  ) -> String {
    let figures = JoinedFigures(language: language).figures(first, second, of: task)
    return figures.enumerated().map { index, figure in
      let html = fragment.html(of: .figure(figure), prefix: "ab\(prefix):\(index)")
      return DiffRegion.html(html, name: "\(figure.name): \(figure.alt)")
    }.joined()
  }

  private func words(_ message: Message) -> String { text(message.text(in: language)) }
  private func text(_ text: String) -> String { OutputFragment.escaped(text) }
}
