internal import Diagnostics
internal import Notebooks

/// One self-contained page: no request to anywhere, no scripts.
public struct HTMLPageRenderer: Renderer {
  /// `html`, for `--to` and as the extension.
  public static let name = "html"
  /// A page holds its figures and images itself, and is overwritten where its head names Caderno.
  public static let facts = RendererFacts(
    overwriting: .whereGenerated, hasFilesBeside: false, showsImages: true, showsRegions: true)

  /// A renderer without settings: all of a page follows from its lesson.
  public init() {}

  /// `NAME.html`, which is UTF-8, and the pictures that lie beside it.
  public func files(for lesson: Lesson) -> [RenderedFile] {
    let body = PageBody(lesson)
    return [RenderedFile(path: lesson.name + ".html", text: page(lesson, body))]
      + body.pictures.copies
  }

  /// Whether a page's head tells that Caderno made it.
  public static func isMade(_ page: [UInt8]) -> Bool {
    String(decoding: page.prefix(4096), as: UTF8.self).contains(generator)
  }

  private static let generator = "<meta name=\"generator\" content=\"Caderno\">"

  private func page(_ lesson: Lesson, _ body: PageBody) -> String {
    let colophon = Colophon(record: lesson.record, language: lesson.language)
    let contents =
      body.contents.isShown ? body.contents.html(in: lesson.language, body.references) : ""
    let shown = body.references.resolved(
      "<body>\n<div class=\"page\(contents.isEmpty ? "" : " wide")\">\n"
        + header(lesson, title: body.title) + contents + "<main>\n" + colophon.notices + body.html
        + colophon.html + "</main>\n</div>\n</body>\n</html>\n")
    let style =
      PageStyle.sheet(for: shown) + PagePictures.rules(of: lesson.notebook)
      + (lesson.theme?.sheet ?? "")
    return head(lesson, style: style, hasFiles: body.pictures.areBeside) + shown
  }

  private func head(_ lesson: Lesson, style: String, hasFiles: Bool) -> String {
    let policy = PagePolicy.text(sheet: style, hasFiles: hasFiles)
    let front = lesson.notebook.frontMatter
    let author = front.author.map {
      "<meta name=\"author\" content=\"\(Escaping.line($0))\">\n"
    }
    return "<!DOCTYPE html>\n<html lang=\"\(languageTag(front.lang))\">\n<head>\n"
      + "<meta charset=\"utf-8\">\n"
      + "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n"
      + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      + "<meta name=\"color-scheme\" content=\"light dark\">\n"
      + "\(Self.generator)\n" + (author ?? "")
      + "<title>\(Escaping.line(front.title ?? lesson.name))</title>\n"
      + "<style>\(style)</style>\n</head>\n"
  }

  /// The author's tag where it looks like one (BCP 47).
  private func languageTag(_ tag: String?) -> String {
    guard let tag, !tag.isEmpty, tag.utf8.count <= 35,
      tag.utf8.allSatisfy({
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || $0 == UInt8(ascii: "-")
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      })
    else { return Language.english.rawValue }
    return tag
  }

  private func header(_ lesson: Lesson, title: String?) -> String {
    let front = lesson.notebook.frontMatter
    let heading = title ?? front.title.map { "<h1>\(Escaping.line($0))</h1>\n" }
    let byline = [front.author, front.date].compactMap { $0 }.map(Escaping.line)
    guard heading != nil || !byline.isEmpty else { return "" }
    let line =
      byline.isEmpty ? "" : "<p class=\"byline\">\(byline.joined(separator: " · "))</p>\n"
    return "<header>\n" + (heading ?? "") + line + "</header>\n"
  }
}
