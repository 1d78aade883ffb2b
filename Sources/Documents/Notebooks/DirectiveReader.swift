internal import Diagnostics
internal import Digests

/// Finds the directives among a document's fences and says what is wrong with them.
struct DirectiveReader {
  let source: SourceText
  let vocabulary: DirectiveVocabulary
  /// Whether plain `python` fences are Keras cells.
  let runsPython: Bool
  private(set) var directives: [Directive] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var drafts: [Draft] = []
  /// The first fence of Keras that nothing runs.
  var restingKeras: Range<Int>?

  /// How many directives were found so far.
  var draftCount: Int { drafts.count }

  /// A directive before its id is known.
  private struct Draft {
    let fence: CodeFence
    let syntax: DirectiveSyntax
    let kindRange: Range<Int>
    let isPlainPython: Bool
    var name: (text: String, range: Range<Int>)?
    let options: [Option]
    let attributes: FenceAttributes
  }

  init(_ source: SourceText, vocabulary: DirectiveVocabulary, runsPython: Bool) {
    self.source = source
    self.vocabulary = vocabulary
    self.runsPython = runsPython
  }

  /// Reads a code block at the top level.
  mutating func readTopLevel(line: Int) {
    guard let fence = CodeFence(source, openedAt: line) else { return }
    let attributes = FenceAttributes(source.bytes[fence.infoRange])
    let kinds = attributes.classes.filter { syntax($0) != nil }
    if let kind = kinds.first, let syntax = syntax(kind) {
      read(fence, attributes, syntax, kind, others: Array(kinds.dropFirst()))
    } else if runsPython, attributes.isPlainPython, let language = attributes.language,
      let syntax = vocabulary.syntax(named: "keras")
    {
      read(fence, attributes, syntax, language, others: [])
    } else {
      if !fence.isClosed { reportUnclosed(fence, .warning) }
      checkPython(fence, attributes)
      checkUnknown(attributes)
    }
  }

  /// Gives the ids out; to be called once, after all fences were read.
  mutating func finish() {
    var taken = Set<String>()
    var free = FreeNames(taken: Set(drafts.compactMap { $0.name?.text }))
    for index in drafts.indices {
      guard let name = drafts[index].name else { continue }
      if taken.insert(name.text).inserted { continue }
      let other = free.name(like: name.text)
      report(
        .error, "duplicate-id", name.range, "another directive already has the id '\(name.text)'",
        pt: "outra diretiva já tem o id '\(name.text)'",
        hint: Message("'\(other)' is free", pt: "'\(other)' está livre"))
      drafts[index].name = nil
    }
    if let restingKeras, !drafts.contains(where: { $0.syntax.name == "keras" }) {
      reportResting(restingKeras)
    }
    var counts: [String: Int] = [:]
    for draft in drafts {
      var id = draft.name?.text ?? ""
      while id.isEmpty {
        counts[draft.syntax.name, default: 0] += 1
        let candidate = "\(draft.syntax.name)-\(counts[draft.syntax.name, default: 0])"
        if taken.insert(candidate).inserted { id = candidate }
      }
      directives.append(directive(draft, id: id))
    }
    drafts = []
  }

  private func syntax(_ name: FenceAttributes.Name) -> DirectiveSyntax? {
    vocabulary.syntax(named: name.text)
  }

  private mutating func read(
    _ fence: CodeFence, _ attributes: FenceAttributes, _ syntax: DirectiveSyntax,
    _ kind: FenceAttributes.Name, others: [FenceAttributes.Name]
  ) {
    if let other = others.first {
      report(
        .error, "several-directives", other.range,
        "a fence is one directive: it is '.\(kind.text)' already",
        pt: "um bloco é uma só diretiva: este já é '.\(kind.text)'")
    }
    if let problem = attributes.problem {
      report(
        .error, "malformed-attributes", problem,
        "these attributes can't be read: write {.\(kind.text) #id name=value}",
        pt: "não dá para ler estes atributos: escreva {.\(kind.text) #id nome=valor}")
    }
    guard fence.isClosed else { return reportUnclosed(fence, .error) }
    let draft = Draft(
      fence: fence, syntax: syntax, kindRange: kind.range,
      isPlainPython: attributes.isPlainPython, name: name(attributes),
      options: options(fence, attributes, syntax), attributes: attributes)
    drafts.append(draft)
  }

  private mutating func name(
    _ attributes: FenceAttributes
  ) -> (text: String, range: Range<Int>)? {
    if let second = attributes.ids.dropFirst().first {
      report(
        .error, "several-ids", second.range, "a directive has one id",
        pt: "uma diretiva tem um só id")
    }
    guard let id = attributes.ids.first else { return nil }
    guard Self.isID(id.text) else {
      report(
        .error, "invalid-id", id.range, "'\(id.text)' can't be an id",
        pt: "'\(id.text)' não pode ser um id",
        hint: Message(
          "an id is a letter, then letters, digits, '-' or '_'",
          pt: "um id é uma letra seguida de letras, dígitos, '-' ou '_'"))
      return nil
    }
    return (id.text, id.range)
  }

  private static func isID(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter || first == "_", text.count <= 100 else {
      return false
    }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}

// MARK: - Options

extension DirectiveReader {
  private mutating func options(
    _ fence: CodeFence, _ attributes: FenceAttributes, _ syntax: DirectiveSyntax
  ) -> [Option] {
    let body = syntax.body == .yaml ? bodyOptions(fence) : []
    var names = Set<String>()
    return (attributes.settings + body).filter { option in
      if names.insert(option.name).inserted { return true }
      report(
        .error, "duplicate-option", option.nameRange, "'\(option.name)' is given more than once",
        pt: "'\(option.name)' aparece mais de uma vez")
      return false
    }
  }

  private mutating func bodyOptions(_ fence: CodeFence) -> [Option] {
    let content = fence.content
    let yaml = YAMLText(content.text, locate: content.sourceOffset(of:))
    guard let root = yaml.read(&diagnostics), root.kind != .null else { return [] }
    if case .mapping(let options) = root.kind { return options }
    report(
      .error, "not-a-mapping", root.range, "a directive's body is a mapping such as 'epochs: 5'",
      pt: "o corpo de uma diretiva é um mapeamento como 'epochs: 5'")
    return []
  }

  private func directive(_ draft: Draft, id: String) -> Directive {
    let settings = draft.attributes.settings.map { "\($0.name)=\($0.value.text)\n" }.joined()
    return Directive(
      kind: draft.syntax.name, id: id, isNamed: draft.name != nil,
      idRange: draft.name?.range ?? draft.kindRange, range: draft.fence.range(in: source),
      lines: draft.fence.lines, kindRange: draft.kindRange,
      info: source.text(draft.fence.infoRange),
      isPlainPython: draft.isPlainPython,
      cellID: source.cellID(above: draft.fence.lines.lowerBound),
      tags: FenceTags.unique(
        draft.attributes.tags + source.cellTags(above: draft.fence.lines.lowerBound)),
      attributeTags: draft.attributes.tags, infoWithoutTags: draft.attributes.infoWithoutTags,
      content: draft.fence.content,
      options: draft.options,
      sourceSHA256: SHA256Digest(
        of: "\(draft.syntax.name)\n\(settings)\n\(draft.fence.content.text)"))
  }
}

// MARK: - Findings

extension DirectiveReader {
  private mutating func reportUnclosed(_ fence: CodeFence, _ severity: Diagnostic.Severity) {
    report(
      severity, "unclosed-fence", fence.markRange, "this fence is never closed",
      pt: "este bloco nunca é fechado",
      hint: Message(
        "close it with a line of \(source.text(fence.markRange))",
        pt: "feche-o com uma linha de \(source.text(fence.markRange))"))
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ range: Range<Int>, _ english: String,
    pt: String, hint: Message? = nil
  ) {
    diagnostics.append(
      Diagnostic(severity, code: code, at: range, Message(english, pt: pt), hint: hint))
  }
}
