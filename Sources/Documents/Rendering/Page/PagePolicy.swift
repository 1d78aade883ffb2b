internal import Digests
internal import Texts

/// What a page's `Content-Security-Policy` lets it do: show its own style sheet, and images that it
/// holds or that lie beside it. Nothing runs, nothing is loaded from elsewhere.
enum PagePolicy {
  /// - Parameter hasFiles: whether there are images beside the page.
  static func text(sheet: String, hasFiles: Bool = false) -> String {
    let hash = Base64.text(SHA256Digest(of: sheet).bytes)
    let images = hasFiles ? "data: 'self'" : "data:"
    return "default-src 'none'; style-src 'sha256-\(hash)'; img-src \(images); base-uri 'none'; "
      + "form-action 'none'"
  }
}
