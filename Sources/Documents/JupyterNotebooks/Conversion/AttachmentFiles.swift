internal import JSON
internal import Notebooks
internal import Texts

/// Takes images out of cells into files, and puts them back.
struct AttachmentFiles {
  /// The notebook's file name without its extension.
  let name: String
  private(set) var files: [CellFile] = []
  private var paths = Set<String>()

  init(name: String) { self.name = name }

  private static let extensions = [
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp",
    "image/svg+xml": "svg",
  ]

  /// A cell's source with the paths of files for its attachments, and what the marker keeps: a path
  /// and a media type for each file, the attachment itself where it is none that can be a file.
  mutating func extract(
    _ attachments: JSONObject, from source: String, cell: String
  ) -> (source: String, kept: JSONObject) {
    var source = source
    var kept: JSONObject = [:]
    // A name may begin another's.
    for member in attachments.members.sorted(by: { $0.name.utf8.count > $1.name.utf8.count }) {
      guard let (type, bytes) = Self.image(member.value) else { continue }
      let path = freePath(cell, member.name, Self.extensions[type] ?? "")
      guard !source.contains(path), !member.name.isEmpty else { continue }
      files.append(CellFile(path: path, bytes: bytes))
      paths.insert(path)
      let spelling = Self.spelling(of: member.name, in: source)
      source = source.replacing(Self.scheme + spelling, with: path)
      var facts: JSONObject = ["file": .string(path), "type": .string(type)]
      if spelling != member.name { facts["as"] = .string(spelling) }
      kept[member.name] = .object(facts)
    }
    let members = attachments.members.map {
      JSONObject.Member($0.name, kept[$0.name] ?? $0.value)
    }
    return (source, JSONObject(members))
  }

  /// The way back.
  ///
  /// - Parameter read: a file's bytes by its path; nil where there is none.
  /// - Returns: the source, the attachments, and the paths of files that aren't there.
  static func restore(
    _ kept: JSONObject, in source: String, read: (String) -> [UInt8]?
  ) -> (source: String, attachments: JSONObject, missing: [String]) {
    var spellings: [(path: String, spelling: String)] = []
    var missing: [String] = []
    let members = kept.members.map { member in
      guard let object = member.value.object, let path = object["file"]?.string,
        let type = object["type"]?.string
      else { return member }
      guard isInside(path), let bytes = read(path) else {
        missing.append(path)
        return JSONObject.Member(member.name, .object([:]))
      }
      spellings.append((path, object["as"]?.string ?? member.name))
      return JSONObject.Member(member.name, .object([type: .string(Base64.text(bytes))]))
    }
    var finder = PathFinder(spellings.map(\.path))
    let parts = finder.parts(of: source).map { part in
      part.path.map { Self.scheme + spellings[$0].spelling } ?? String(part.text)
    }
    return (parts.joined(), JSONObject(members), missing)
  }

  /// A source as it stands in the Markdown, in parts: how many UTF-8 bytes of the cell's own source each comes
  /// from, and whether it is a path that took the place of these.
  static func parts(
    of changed: String, _ kept: JSONObject?
  ) -> [(text: Substring, count: Int, isPath: Bool)] {
    let paths = (kept?.members ?? []).compactMap { member -> (path: String, count: Int)? in
      guard let facts = member.value.object, let path = facts["file"]?.string else { return nil }
      return (path, (Self.scheme + (facts["as"]?.string ?? member.name)).utf8.count)
    }
    var finder = PathFinder(paths.map(\.path))
    return finder.parts(of: changed).map { part in
      (part.text, part.path.map { paths[$0].count } ?? part.text.utf8.count, part.path != nil)
    }
  }

  private static let scheme = "attachment:"

  /// How a source writes an attachment's name: as it is, or as an address with blanks and the like encoded.
  private static func spelling(of name: String, in source: String) -> String {
    guard !source.contains(scheme + name) else { return name }
    let addresses = source.split(separator: scheme).dropFirst(source.hasPrefix(scheme) ? 0 : 1)
    let spelling = addresses.lazy.map { $0.prefix { !$0.isWhitespace && !")>\"'".contains($0) } }
      .first { MarkdownAddress.path(ofAddress: String($0)) == name }
    return spelling.map(String.init) ?? name
  }

  /// The one image of an attachment, where its Base64 can be made again from its bytes.
  private static func image(_ value: JSONValue) -> (type: String, bytes: [UInt8])? {
    guard let object = value.object, object.members.count == 1,
      extensions[object.members[0].name] != nil, let text = object.members[0].value.string,
      let bytes = Base64.bytes(text), Base64.text(bytes) == text
    else { return nil }
    return (object.members[0].name, bytes)
  }

  private func freePath(_ cell: String, _ name: String, _ ending: String) -> String {
    var stem = Self.safe(name)
    if stem.hasSuffix(".\(ending)") { stem = String(stem.dropLast(ending.count + 1)) }
    let start = "\(Self.address(self.name)).files/\(Self.safe(cell))-\(stem)"
    var path = "\(start).\(ending)"
    var number = 2
    while paths.contains(path) {
      path = "\(start)-\(number).\(ending)"
      number += 1
    }
    return path
  }

  /// A path without blanks and marks, which stands in Markdown as it is.
  private static func safe(_ text: String) -> String {
    String(
      text.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" })
  }

  private static func address(_ name: String) -> String { name.replacing(" ", with: "-") }

  /// Whether a path stays in the notebook's folder.
  static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.contains("\\") && !path.contains("\0")
      && !path.split(separator: "/", omittingEmptySubsequences: false).contains("..")
  }
}
