internal import Digests
internal import Texts

/// What a page's `Content-Security-Policy` lets it do: show its own style sheet, and images that it
/// holds. Nothing runs, nothing is loaded.
enum PagePolicy {
  static func text(sheet: String) -> String {
    let hash = Base64.text(SHA256Digest(of: sheet).bytes)
    return "default-src 'none'; style-src 'sha256-\(hash)'; img-src data:; base-uri 'none'; "
      + "form-action 'none'"
  }
}
