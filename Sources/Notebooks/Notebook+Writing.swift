internal import Diagnostics

extension Notebook {
  /// The notebook's bytes with outputs written back; every byte outside regions and links stays.
  ///
  /// A region that exists is replaced where it stands, a new one goes right after its fence.
  /// Directives that `regions` doesn't name keep what they have; regions whose directive is gone
  /// are removed. Writing the same again changes no byte, and `cleaned` gives back the bytes from
  /// before the first writing.
  ///
  /// - Parameters:
  ///   - links: new texts for numbers in prose.
  ///   - force: whether regions that were edited by hand are replaced all the same.
  /// - Throws: `WriteRefusal` for markers that don't fit, regions edited by hand, and ids that
  ///   no directive has.
  public func writing(
    _ regions: [RenderedRegion], links: [(RunLink, String)] = [], force: Bool = false
  ) throws(WriteRefusal) -> [UInt8] {
    let rendered = Dictionary(regions.map { ($0.id, $0) }) { first, _ in first }
    try check(rendered, force: force)
    var splice = Splice(source)
    for (link, text) in links { splice.replace(link.range, with: Array(text.utf8)) }
    for region in abandonedRegions { splice.remove(region) }
    let existing = Dictionary(self.regions.map { ($0.id, $0) }) { first, _ in first }
    for directive in directives {
      guard let new = rendered[directive.id] else { continue }
      let ending = fenceEnding(directive)
      let body = RegionBody.safe(new.body, vocabulary: vocabulary)
      switch (existing[directive.id], body.isEmpty) {
      case (nil, true): break
      case (let old?, true): splice.remove(old)
      case (let old?, false):
        let text = lines(new, body, isTight: old.isTight).joined(separator: ending)
        splice.replace(old.range, with: Array(text.utf8))
      case (nil, false): insert(new, body, after: directive, ending, &splice)
      }
    }
    return splice.bytes
  }

  /// The notebook's bytes without any region: those from before the first writing.
  public func cleaned() -> [UInt8] {
    var splice = Splice(source)
    for region in regions { splice.remove(region) }
    return splice.bytes
  }

  private func check(
    _ rendered: [String: RenderedRegion], force: Bool
  ) throws(WriteRefusal) {
    var problems = markerProblems
    let ids = Set(directives.map(\.id))
    if !force {
      problems += regions.filter {
        !$0.isIntact && (rendered[$0.id] != nil || !ids.contains($0.id))
      }
      .map { EditedRegion.diagnostic($0, .error) }
    }
    for id in rendered.keys.sorted() where !ids.contains(id) {
      problems.append(
        Diagnostic(
          code: "unknown-id", at: 0..<0,
          Message("no directive has the id '\(id)'", pt: "nenhuma diretiva tem o id '\(id)'")))
    }
    if !problems.isEmpty { throw WriteRefusal(diagnostics: problems) }
  }

  /// How the notebook ends its lines at a fence; new lines there end the same way.
  private func fenceEnding(_ directive: Directive) -> String {
    let own = source.ending(ofLine: directive.lines.upperBound)
    let first = source.ending(ofLine: directive.lines.lowerBound)
    return String(decoding: own.isEmpty ? first : own, as: UTF8.self)
  }

  private func lines(_ region: RenderedRegion, _ body: String, isTight: Bool) -> [String] {
    let open = RegionMarker.open(id: region.id, key: region.key).text
    let close = RegionMarker.close(sum: RegionBody.sum(body), isTight: isTight).text
    let inner = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return [open, ""] + inner + ["", close]
  }

  private func insert(
    _ region: RenderedRegion, _ body: String, after directive: Directive, _ ending: String,
    _ splice: inout Splice
  ) {
    let last = directive.lines.upperBound
    let place = source.fullRange(ofLine: last).upperBound
    // Without a line ending after the fence the notebook goes on to have none at its end.
    let isOpenEnded = source.ending(ofLine: last).isEmpty
    let isTight = last < source.lineCount && !source.isBlank(line: last + 1)
    let lines = lines(region, body, isTight: isTight).joined(separator: ending)
    let before = isOpenEnded ? ending + ending : ending
    let after = isOpenEnded ? "" : isTight ? ending + ending : ending
    splice.replace(place..<place, with: Array((before + lines + after).utf8))
  }
}
