extension Figure {
  /// A finished picture, and the numbers that it shows.
  public struct Drawing: Hashable, Codable, Sendable {
    /// The picture, which is shown as it is.
    public var svg: SVGFile
    /// The numbers that the picture shows, for comparison; empty where they aren't known.
    public var series: [Series]
    /// The coordinate systems in which the series stand; nil where they aren't known.
    public var axes: [Axes]?
    /// What is said where it can't be seen; nil for the figure's alternative text.
    public var plain: String?

    /// A picture that a program drew, with what is known of its numbers.
    public init(svg: SVGFile, series: [Series] = [], axes: [Axes]? = nil, plain: String? = nil) {
      self.svg = svg
      self.series = series
      self.axes = axes
      self.plain = plain
    }

    /// One coordinate system of a finished picture: its words, and what is drawn in it.
    public struct Axes: Hashable, Codable, Sendable {
      /// What stands above it; nil for nothing.
      public var title: String?
      /// What stands along the axis of the series' places; empty for nothing.
      public var xLabel: String
      /// What stands along the axis of the series' values; empty for nothing.
      public var yLabel: String
      /// The texts that stand for the places 0, 1, 2…; empty for numbers.
      public var names: [String]
      /// Which of the drawing's series are lines, points or bars in it, from 0.
      public var series: [Int]
      /// Which of the drawing's series are the pixels of pictures in it, from 0.
      public var pictures: [Int]

      /// A coordinate system with what is known of it.
      public init(
        title: String? = nil, xLabel: String = "", yLabel: String = "", names: [String] = [],
        series: [Int], pictures: [Int] = []
      ) {
        (self.title, self.xLabel, self.yLabel) = (title, xLabel, yLabel)
        (self.names, self.series, self.pictures) = (names, series, pictures)
      }
    }
  }
}
