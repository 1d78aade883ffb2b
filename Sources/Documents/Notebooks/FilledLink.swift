public import Diagnostics

/// A number in prose with what a run puts there.
public struct FilledLink: Sendable {
  /// The link whose text becomes a number.
  public let link: RunLink
  /// What goes between the brackets.
  public let text: String
  /// Where a title stands or could that gives the number's form.
  private var place: Range<Int>?
  /// What goes there; nil where nothing changes.
  private var title: String?

  /// A link whose title is the author's.
  public init(_ link: RunLink, text: String) {
    self.link = link
    self.text = text
  }

  /// A link whose title, if any, gives the number's form.
  ///
  /// - Parameters:
  ///   - link: the link that is filled in.
  ///   - text: what its brackets hold from now on.
  ///   - form: a text that shows the number's form, where `text` doesn't: it becomes the link's title, and
  ///     one that isn't needed goes.
  ///   - language: the lesson's.
  public init(_ link: RunLink, text: String, form: String?, in language: Language) {
    self.init(link, text: text)
    guard let old = link.title, old.isFree else { return }
    place = old.range
    if old.form != form { title = form.map { LinkTitle.text(form: $0, in: language) } ?? "" }
  }

  /// The bytes of the notebook that change, in order, with what comes there.
  public var edits: [(range: Range<Int>, text: String)] {
    guard let title, let place else { return [(link.range, text)] }
    return [(link.range, text), (place, title)]
  }

  /// The same for a page, which is read and not filled again: there no title is needed.
  public var readerEdits: [(range: Range<Int>, text: String)] {
    guard let place else { return [(link.range, text)] }
    return [(link.range, text), (place, "")]
  }
}

extension RunLink {
  /// Where the title stands that gives the number's form, with the blanks before it; nil where none does.
  public var formRange: Range<Int>? { form == nil ? nil : title?.range }
}
