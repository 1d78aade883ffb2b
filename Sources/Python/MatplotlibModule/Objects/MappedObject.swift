internal import PythonRuntime
internal import Matplotlib

/// What `imshow`, `scatter` and the like give: numbers shown as colors.
final class MappedObject: ArtistObject {
  enum Kind { case image, points, mesh, contours }

  init(_ axes: PlotAxes, _ place: Int, _ kind: Kind = .image) {
    let type =
      switch kind {
      case .image: Self.imageType
      case .points: Self.pointsType
      case .mesh: Self.meshType
      case .contours: Self.contoursType
      }
    super.init(axes, place, type)
  }

  /// The colors and what they stand for; nil where colors were given.
  var mapping: ColorMapping? {
    axes.artists.indices.contains(place) ? axes.artists[place].mapping : nil
  }

  /// Colors all numbers anew.
  func change(_ body: (inout ColorMapping) -> Void) {
    guard axes.artists.indices.contains(place) else { return }
    axes.artists[place].change(body)
    if let mapping { axes.bar?.mapping = mapping }
  }

  private static func methods(_ kind: String) -> [Method] {
    [
      .method("set_cmap", "cmap") { (mapped: MappedObject, call) throws(PyError) in
        let map = try PlotNumbers.colormap(call.given("cmap"), "viridis", call.machine)
        mapped.change { $0.map = map }
        return .none
      },
      .method("set_clim", "vmin=None, vmax=None") { (mapped: MappedObject, call) throws(PyError) in
        var ends = (call.given("vmin")?.double, try call.double("vmax"))
        if let pair = call.given("vmin"), pair.double == nil {
          let numbers = try PlotNumbers.list(pair, call.machine)
          if numbers.count == 2 { ends = (numbers[0], numbers[1]) }
        }
        mapped.change {
          $0.low = ends.0 ?? $0.low
          $0.high = ends.1 ?? $0.high
        }
        return .none
      },
      .method("get_clim") { (mapped: MappedObject, _) throws(PyError) in
        let mapping = mapped.mapping
        return .object(TupleObject([.float(mapping?.low ?? 0), .float(mapping?.high ?? 1)]))
      },
    ]
  }

  private var image: PlotImage? {
    guard axes.artists.indices.contains(place), case .image(let image) = axes.artists[place] else {
      return nil
    }
    return image
  }

  /// The numbers behind the colors, as Matplotlib keeps them: in an array that could have a mask.
  private func array(_ machine: Machine) throws(PyError) -> Value {
    if let image, !image.values.isEmpty {
      return .object(
        try MaskedArrayObject(image.values, [image.rows, image.columns], image.dtype, machine))
    }
    if case .points(let points)? = axes.artists.indices.contains(place) ? axes.artists[place] : nil,
      mapping == nil || !points.values.isEmpty
    {
      return mapping == nil
        ? .none
        : .object(
          try MaskedArrayObject(points.values, [points.values.count], "float64", machine))
    }
    throw machine.error(
      "NotImplementedError", "get_array() of an image of colors is not supported by Caderno")
  }

  private static var arrayMethod: Method {
    .method("get_array") { (mapped: MappedObject, call) throws(PyError) in
      try mapped.array(call.machine)
    }
  }

  private static var imageMethods: [Method] {
    [
      arrayMethod,
      .method("get_extent") { (mapped: MappedObject, _) throws(PyError) in
        guard let image = mapped.image else { return .none }
        return .object(
          ListObject(image.ends.map { image.hasWholeExtent ? .int(Int($0)) : .float($0) }))
      },
      .method("get_size") { (mapped: MappedObject, _) throws(PyError) in
        .object(
          TupleObject([.int(mapped.image?.rows ?? 0), .int(mapped.image?.columns ?? 0)]))
      },
    ]
  }

  private static let imageType = SharedType(
    "AxesImage", module: "matplotlib.image", methods: methods("image") + imageMethods)
  private static let pointsType = SharedType(
    "PathCollection", module: "matplotlib.collections",
    methods: methods("points") + [arrayMethod])
  private static let meshType = SharedType(
    "QuadMesh", module: "matplotlib.collections", methods: methods("mesh"))
  private static let contoursType = SharedType(
    "QuadContourSet", module: "matplotlib.contour")
}

extension PlotArtist {
  /// What its colors stand for.
  var mapping: ColorMapping? {
    switch self {
    case .image(let image): image.mapping
    case .points(let points): points.mapping
    case .shape(let shape): shape.mapping
    default: nil
    }
  }

  /// Colors numbers by a changed mapping.
  mutating func change(_ body: (inout ColorMapping) -> Void) {
    switch self {
    case .image(var image):
      guard var mapping = image.mapping else { return }
      body(&mapping)
      image.mapping = mapping
      let alpha = image.colors.first?.alpha
      image.colors = image.values.map { mapping.color($0).with(alpha: $0.isFinite ? alpha : 0) }
      self = .image(image)
    case .points(var points):
      guard var mapping = points.mapping else { return }
      body(&mapping)
      points.mapping = mapping
      let alpha = points.colors.first?.alpha
      points.colors = points.values.map { mapping.color($0).with(alpha: alpha) }
      self = .points(points)
    default: break
    }
  }
}
