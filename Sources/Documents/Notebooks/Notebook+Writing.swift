public import Diagnostics

extension Notebook {
  /// The notebook's bytes with outputs written back; every byte outside regions and links stays.
  ///
  /// A region goes right after its fence, as if there had been none; one that the author put elsewhere
  /// is replaced where it stands. Directives that `regions` doesn't name keep what they have; regions
  /// that belong to no directive are removed. Writing the same again changes no byte, `cleaned` gives
  /// back the bytes from before the first writing, and writing into those gives the same as writing
  /// here, but for regions that the author put elsewhere.
  ///
  /// - Parameters:
  ///   - regions: the new outputs, one for each id.
  ///   - links: new texts for numbers in prose.
  ///   - force: whether regions that were edited by hand are replaced all the same.
  /// - Throws: `WriteRefusal` for markers that don't fit, regions edited by hand, and ids that
  ///   no directive has.
  public func writing(
    _ regions: [RenderedRegion], links: [FilledLink] = [], force: Bool = false
  ) throws(WriteRefusal) -> [UInt8] {
    let rendered = Dictionary(regions.map { ($0.id, $0) }) { first, _ in first }
    let problems = refusals(of: Set(rendered.keys), force: force)
    if !problems.isEmpty { throw WriteRefusal(diagnostics: problems) }
    var splice = Splice(source)
    for (range, text) in links.flatMap(\.edits) { splice.replace(range, with: Array(text.utf8)) }
    for region in self.regions where isRemoved(region, rendered) { splice.remove(region) }
    let elsewhere = Dictionary(
      self.regions.filter(\.isElsewhere).map { ($0.owner ?? "", $0) }
    ) { first, _ in first }
    for directive in directives {
      guard let new = rendered[directive.id] else { continue }
      let body = RegionBody.safe(new.body, vocabulary: vocabulary)
      if body.isEmpty { continue }
      if let old = elsewhere[directive.id] {
        let text = lines(new, body, isTight: old.isTight).joined(separator: ending(of: directive))
        splice.replace(old.range, with: Array(text.utf8))
      } else {
        insert(new, body, after: directive, &splice)
      }
    }
    return splice.bytes
  }

  /// The notebook's bytes without any region: those from before the first writing.
  ///
  /// - Parameter links: new texts for numbers in prose.
  public func cleaned(links: [FilledLink] = []) -> [UInt8] {
    var splice = Splice(source)
    for (range, text) in links.flatMap(\.edits) { splice.replace(range, with: Array(text.utf8)) }
    for region in regions { splice.remove(region) }
    return splice.bytes
  }

  /// What keeps outputs of directives from being written: markers that don't fit, regions edited by hand
  /// that would be replaced or removed unless `force`, and ids that no directive has.
  public func refusals(of ids: Set<String>, force: Bool) -> [Diagnostic] {
    var problems = markerProblems
    if !force {
      problems += regions.filter { !$0.isIntact && $0.owner.map(ids.contains) ?? true }
        .map { EditedRegion.diagnostic($0, .error) }
    }
    for id in ids.subtracting(directives.map(\.id)).sorted() {
      problems.append(
        Diagnostic(
          code: "unknown-id", at: 0..<0,
          Message("no directive has the id '\(id)'", pt: "nenhuma diretiva tem o id '\(id)'")))
    }
    return problems
  }

  /// Whether a region leaves its place: all but those that stay as they are, or are replaced elsewhere.
  private func isRemoved(_ region: OutputRegion, _ rendered: [String: RenderedRegion]) -> Bool {
    guard let owner = region.owner else { return true }
    guard let new = rendered[owner] else { return false }
    return !region.isElsewhere || RegionBody.safe(new.body, vocabulary: vocabulary).isEmpty
  }

  /// How the notebook ends its lines at a fence; new lines there end the same way.
  private func ending(of directive: Directive) -> String {
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

  /// Puts a region behind a fence, in the place that removed ones leave.
  private func insert(
    _ region: RenderedRegion, _ body: String, after directive: Directive, _ splice: inout Splice
  ) {
    let last = directive.lines.upperBound
    let place = source.fullRange(ofLine: last).upperBound
    let next = splice.nextLine(after: last)
    // Without a line ending after the fence the notebook goes on to have none at its end.
    let isOpenEnded = next > source.lineCount && source.ending(ofLine: next - 1).isEmpty
    let isTight = next <= source.lineCount && !source.isBlank(line: next)
    let ending = ending(of: directive)
    let lines = lines(region, body, isTight: isTight).joined(separator: ending)
    let before = isOpenEnded ? ending + ending : ending
    let after = isOpenEnded ? "" : isTight ? ending + ending : ending
    splice.replace(place..<place, with: Array((before + lines + after).utf8))
  }
}
