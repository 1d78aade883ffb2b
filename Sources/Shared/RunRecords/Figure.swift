/// A figure as data: panels in a grid. Renderers draw it; comparison reads it.
public struct Figure: Hashable, Codable, Sendable {
  /// The panels, row by row.
  public var panels: [Panel]
  /// How many panels stand side by side.
  public var columns: Int

  /// A figure of panels, one below the other unless `columns` says otherwise.
  public init(panels: [Panel], columns: Int = 1) {
    self.panels = panels
    self.columns = columns
  }

  /// One panel with a title and what is drawn in it.
  public struct Panel: Hashable, Codable, Sendable {
    /// What stands above the panel; nil for nothing.
    public var title: String?
    /// What is drawn in the panel.
    public var content: Content

    /// A panel with or without a title.
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
    case chain(Chain)
    case drawing(Drawing)
  }

  /// Boxes in a row, each of which takes what the one before gives, such as the layers of a network.
  public struct Chain: Hashable, Codable, Sendable {
    /// What the links' numbers count, such as "parameters".
    public var valueLabel: String
    /// The boxes in their order.
    public var links: [Link]

    /// A chain of these boxes.
    public init(valueLabel: String, links: [Link]) {
      self.valueLabel = valueLabel
      self.links = links
    }

    /// One box of a chain.
    public struct Link: Hashable, Codable, Sendable {
      /// What it is, such as `Conv2D`.
      public var kind: String
      /// Its own name; nil where it has none.
      public var name: String?
      /// What it gives, such as "26 × 26 × 32".
      public var detail: String
      /// Its number; nil where it has none.
      public var value: Double?

      /// A box with what it is and what it gives.
      public init(kind: String, name: String? = nil, detail: String, value: Double? = nil) {
        self.kind = kind
        self.name = name
        self.detail = detail
        self.value = value
      }
    }
  }

  /// Lines, points or bars on two axes.
  public struct Chart: Hashable, Codable, Sendable {
    /// What stands below the horizontal axis; empty for nothing.
    public var xLabel: String
    /// What stands beside the vertical axis; empty for nothing.
    public var yLabel: String
    /// What is drawn, in the legend's order.
    public var series: [Series]
    /// The names of the places 0, 1, 2 and so on, which stand for numbers below the horizontal axis; nil for numbers.
    public var xNames: [String]?

    /// A chart whose axes reach as far as its series do.
    public init(xLabel: String, yLabel: String, series: [Series], xNames: [String]? = nil) {
      self.xLabel = xLabel
      self.yLabel = yLabel
      self.series = series
      self.xNames = xNames
    }
  }

  /// One named series of a chart.
  public struct Series: Hashable, Codable, Sendable {
    /// How a series is drawn: a line, a dashed line, points, or bars.
    public enum Style: String, Codable, Sendable { case line, dashed, points, bars }
    /// The series' name in the legend.
    public var label: String
    /// How the series is drawn.
    public var style: Style
    /// The horizontal places, as many as there are in `y`.
    public var x: [Double]
    /// The values, one for each place in `x`; NaN leaves a gap.
    public var y: [Double]

    /// A series of points `(x, y)`, joined by a line where `style` doesn't say otherwise.
    public init(label: String, style: Style = .line, x: [Double], y: [Double]) {
      self.label = label
      self.style = style
      self.x = x
      self.y = y
    }
  }

  /// A small picture, grey (one channel) or colour (three), 8 bits each, and a line below it.
  public struct Picture: Hashable, Sendable {
    /// Columns of pixels, at least 1.
    public var width: Int
    /// Rows of pixels, at least 1.
    public var height: Int
    /// 1 for grey, 3 for red, green and blue.
    public var channels: Int
    /// `[height, width, channels]`, row by row.
    public var pixels: [UInt8]
    /// Such as "true 7, predicted 1 (83 %)".
    public var caption: String?
    /// Whether to mark the picture as a mistake.
    public var isMarked: Bool

    /// A picture, whose extents nobody has checked yet: see ``isConsistent``.
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
    /// The names of the rows from the top, such as the true classes.
    public var rowLabels: [String]
    /// The names of the columns from the left, such as the predicted classes.
    public var columnLabels: [String]
    /// What the rows stand for, said once beside all of them.
    public var rowTitle: String
    /// What the columns stand for, said once for all of them.
    public var columnTitle: String
    /// `[rows, columns]`.
    public var values: [[Double]]

    /// A heat map with a row of values for each row label, and a value for each column label.
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
