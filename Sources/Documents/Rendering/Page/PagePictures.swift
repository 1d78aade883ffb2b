internal import CommonMark
internal import Diagnostics
internal import Notebooks
internal import Words

/// The pictures of a page: which it holds itself, and which lie beside it.
struct PagePictures {
  /// A picture of more bytes lies beside the page: 1 MiB.
  static let sizeLimit = 1 << 20
  /// Pictures behind the first so many bytes do so, too: 8 MiB.
  static let totalLimit = 8 << 20
  /// A page that is to have all pictures itself shows none behind so many bytes: 256 MiB.
  static let insideLimit = 256 << 20

  /// The files beside the page.
  private(set) var copies: [RenderedFile] = []
  private var sources: [String: String] = [:]
  private let language: Language

  /// All in the page itself, by the addresses that the text has for them.
  init(_ images: [String: [UInt8]], language: Language) {
    self.language = language
    for (address, bytes) in images { sources[address] = EmbeddedImage.address(of: bytes) }
  }

  init(_ lesson: Lesson) {
    language = lesson.language
    var room = lesson.picturePlace == .inside ? Self.insideLimit : Self.totalLimit
    var copied: Set<String> = []
    for (address, picture) in lesson.picturesInOrder {
      let count = picture.bytes.count
      if lesson.picturePlace.keeps(count, room: room) {
        sources[address] = EmbeddedImage.address(of: picture.bytes)
        room -= count
      } else if lesson.picturePlace != .inside, EmbeddedImage.type(of: picture.bytes) != nil {
        sources[address] = MarkdownAddress.address(ofPath: picture.path)
        if copied.insert(picture.path).inserted { copies.append(RenderedFile(copyOf: picture)) }
      }
    }
  }

  /// Whether the page loads files beside it.
  var areBeside: Bool { !copies.isEmpty }

  /// A picture as the page shows it; its alternative text where there is none.
  func html(_ tag: PictureTag) -> String {
    let words = Escaping.line(tag.alt)
    guard let source = sources[tag.address] else {
      return "<span class=\"missing\">\(language.words.image): \(words)</span>"
    }
    let classes = tag.size.classes
    return "<img src=\"\(Escaping.line(source))\" alt=\"\(words)\""
      + (classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\"")
      + (tag.title.isEmpty ? "" : " title=\"\(Escaping.line(tag.title))\"") + ">"
  }

  /// The style of the sizes that a lesson asks for, each once.
  static func rules(of notebook: Notebook) -> String {
    var rules: Set<String> = []
    for range in notebook.pictures.compactMap(\.attributes) {
      let text = String(decoding: notebook.source.bytes[range], as: UTF8.self)
      rules.formUnion(PictureSize(text)?.rules ?? [])
    }
    return rules.sorted().joined(separator: "\n") + (rules.isEmpty ? "" : "\n")
  }
}

extension PicturePlace {
  fileprivate func keeps(_ count: Int, room: Int) -> Bool {
    switch self {
    case .inside: count <= room
    case .beside: false
    case .bySize: count <= min(PagePictures.sizeLimit, room)
    }
  }
}

extension PictureSize {
  /// Classes, since the page's policy allows no style attributes: `w50p`, `h120`.
  var classes: [String] { lengths.map(\.name) }
  /// What the classes say.
  var rules: [String] { lengths.map { "img.\($0.name){\($0.property):\($0.value)}" } }

  private var lengths: [(name: String, property: String, value: String)] {
    [("w", "width", width), ("h", "height", height)].compactMap { letter, property, length in
      switch length {
      case .percent(let share): ("\(letter)\(share)p", property, "\(share)%")
      case .pixels(let count): ("\(letter)\(count)", property, "\(count)px")
      case nil: nil
      }
    }
  }
}
