/// A line of a legend.
package struct LegendEntry: Sendable {
  /// The name, as it is shown.
  package var text: String
  /// What has the name.
  package var artist: PlotArtist
}

extension PlotLegend {
  /// What a legend of axes names, in its order.
  package func entries(of axes: PlotAxes) -> [LegendEntry] {
    // Bars come after all else, as Matplotlib keeps them apart.
    let own = axes.artists
    let ordered = own.filter { !$0.isContainer } + own.filter(\.isContainer)
    if let handles {
      let texts = texts ?? handles.map { $0.label ?? "" }
      return zip(texts, handles).map { LegendEntry(text: $0, artist: $1) }
    }
    if let texts {
      let named = ordered.filter { if case .text = $0 { false } else { true } }
      return zip(texts, named).map { LegendEntry(text: $0, artist: $1) }
    }
    return ordered.compactMap { artist in
      artist.label.map { LegendEntry(text: $0, artist: artist) }
    }.filter { !$0.text.isEmpty && !$0.text.hasPrefix("_") }
  }
}
