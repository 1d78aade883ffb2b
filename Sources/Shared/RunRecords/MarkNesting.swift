/// Whether what opens before a number's digits, emphasis and tags, closes behind them.
struct MarkNesting {
  private enum Mark: Equatable {
    case emphasis(Character)
    case tag(String)
  }

  private let markup: InlineMarkup
  /// What opened before the digits, and what opened behind them, innermost last.
  private var outer: [Mark] = []
  private var inner: [Mark] = []
  private var isBroken = false

  static func holds(_ lead: Substring, _ unit: Substring, _ markup: InlineMarkup) -> Bool {
    var nesting = MarkNesting(markup: markup)
    for character in lead { nesting.open(character) }
    nesting.close(unit)
    return !nesting.isBroken && nesting.outer.isEmpty && nesting.inner.isEmpty
  }

  private init(markup: InlineMarkup) { self.markup = markup }

  private mutating func open(_ character: Character) {
    if EmphasisMarks.all.contains(character) { return outer.append(.emphasis(character)) }
    guard let tag = markup.tag(character) else { return }
    switch tag.kind {
    case .alone: break
    case .opening: outer.append(.tag(tag.name))
    case .closing: isBroken = isBroken || outer.popLast() != .tag(tag.name)
    }
  }

  private mutating func close(_ unit: Substring) {
    var before: Character?
    var rest = unit
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      if let tag = markup.tag(first) {
        take(tag)
        rest = rest.dropFirst()
      } else {
        rest = rest.dropFirst(run.count)
        if EmphasisMarks.all.contains(first) { take(run, after: before, before: rest.first) }
      }
      before = first
    }
  }

  private mutating func take(_ tag: InlineTag) {
    switch tag.kind {
    case .alone: break
    case .opening: inner.append(.tag(tag.name))
    case .closing: end(.tag(tag.name))
    }
  }

  /// Signs of emphasis in a row; within a word they are the word's.
  private mutating func take(_ run: Substring, after: Character?, before: Character?) {
    if let after, let before, isWord(after), isWord(before) { return }
    let (opens, closes) = (
      before.map { !$0.isWhitespace } ?? false, !(after?.isWhitespace ?? false)
    )
    for sign in run {
      let mark = Mark.emphasis(sign)
      if opens, !(closes && (inner.last ?? outer.last) == mark) {
        inner.append(mark)
      } else {
        end(mark)
      }
    }
  }

  private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private mutating func end(_ mark: Mark) {
    if inner.last == mark {
      inner.removeLast()
    } else {
      isBroken = isBroken || !inner.isEmpty || outer.popLast() != mark
    }
  }
}
