/// A figure as data: panels in a grid. Renderers draw it; comparison reads it.
public struct Figure: Hashable, Codable, Sendable {
  public var panels: [Panel]
  /// How many panels stand side by side.
  public var columns: Int

  public init(panels: [Panel], columns: Int = 1) {
    self.panels = panels
    self.columns = columns
  }

  /// One panel with a title and what is drawn in it.
  public struct Panel: Hashable, Codable, Sendable {
    public var title: String?
    public var content: Content

    public init(title: String? = nil, _ content: Content) {
      self.title = title
      self.content = content
    }
  }

  /// What a panel shows.
  public enum Content: Hashable, Sendable {
    case chart(Chart)
    case picture(Picture)
    case matrix(Matrix)
    case drawing(Drawing)
  }

  /// A finished picture, and the numbers that it shows.
  public struct Drawing: Hashable, Codable, Sendable {
    public var svg: SVGFile
    public var series: [Series]
    /// What is said where it can't be seen; nil for the figure's alternative text.
    public var plain: String?

    public init(svg: SVGFile, series: [Series] = [], plain: String? = nil) {
      self.svg = svg
      self.series = series
      self.plain = plain
    }
  }

  /// Lines, points or bars on two axes.
  public struct Chart: Hashable, Codable, Sendable {
    public var xLabel: String
    public var yLabel: String
    public var series: [Series]

    public init(xLabel: String, yLabel: String, series: [Series]) {
      self.xLabel = xLabel
      self.yLabel = yLabel
      self.series = series
    }
  }

  /// One named series of a chart.
  public struct Series: Hashable, Codable, Sendable {
    public enum Style: String, Codable, Sendable { case line, dashed, points, bars }
    public var label: String
    public var style: Style
    public var x: [Double]
    public var y: [Double]

    public init(label: String, style: Style = .line, x: [Double], y: [Double]) {
      self.label = label
      self.style = style
      self.x = x
      self.y = y
    }
  }

  /// A small picture, grey (one channel) or colour (three), 8 bits each, and a line below it.
  public struct Picture: Hashable, Sendable {
    public var width: Int
    public var height: Int
    public var channels: Int
    /// `[height, width, channels]`, row by row.
    public var pixels: [UInt8]
    /// Such as "true 7, predicted 1 (83 %)".
    public var caption: String?
    /// Whether to mark the picture as a mistake.
    public var isMarked: Bool

    public init(
      width: Int, height: Int, channels: Int, pixels: [UInt8], caption: String? = nil,
      isMarked: Bool = false
    ) {
      self.width = width
      self.height = height
      self.channels = channels
      self.pixels = pixels
      self.caption = caption
      self.isMarked = isMarked
    }
  }

  /// A table of counts drawn as a heat map, such as a confusion matrix.
  public struct Matrix: Hashable, Codable, Sendable {
    public var rowLabels: [String]
    public var columnLabels: [String]
    public var rowTitle: String
    public var columnTitle: String
    /// `[rows, columns]`.
    public var values: [[Double]]

    public init(
      rowLabels: [String], columnLabels: [String], rowTitle: String, columnTitle: String,
      values: [[Double]]
    ) {
      self.rowLabels = rowLabels
      self.columnLabels = columnLabels
      self.rowTitle = rowTitle
      self.columnTitle = columnTitle
      self.values = values
    }
  }
}
