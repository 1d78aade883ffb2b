internal import RunRecords
internal import Texts

/// Of all forms in which a cell showed a value the one that a page or a Markdown file can have: nothing that
/// could run, load or be markup of a page as it stands.
enum ReadableForm {
  case table(TextTable)
  case markdown(String)
  case picture(PictureFile)
  case text(String)
  /// HTML, of which a page shows what does no harm, and its words for all other places.
  case html(String, text: String)

  init(_ output: TextOutput) {
    self.init(output.shown?.forms ?? [:], plain: output.text)
  }

  /// - Parameters:
  ///   - forms: contents by media type.
  ///   - plain: what there is where no form can be shown.
  init(_ forms: [String: String], plain: String) {
    if let html = forms["text/html"], let table = HTMLTable.read(html) {
      self = .table(table)
    } else if let markdown = forms["text/markdown"] ?? forms["text/latex"] {
      self = .markdown(markdown)
    } else if let picture = PictureFile(forms) {
      self = .picture(picture)
    } else if let html = forms["text/html"], case let text = HTMLText.plain(html), !text.isEmpty {
      self = .html(html, text: text)
    } else {
      self = .text(forms["application/json"] ?? plain)
    }
  }
}

/// A picture of pixels that a cell showed.
struct PictureFile {
  let bytes: [UInt8]
  /// The ending of its file's name.
  let ending: String

  /// The first that browsers show; nil where there is none.
  init?(_ forms: [String: String]) {
    for (type, ending) in [("image/png", "png"), ("image/jpeg", "jpg"), ("image/gif", "gif")] {
      guard let text = forms[type],
        let bytes = Base64.bytes(text.filter { !$0.isWhitespace })
      else { continue }
      (self.bytes, self.ending) = (bytes, ending)
      return
    }
    return nil
  }
}

extension Output {
  /// The picture that stands for a shown value; nil for figures, which are drawings, and all else.
  var picture: PictureFile? {
    guard case .text(let text) = self, case .picture(let picture) = ReadableForm(text) else {
      return nil
    }
    return picture
  }
}
