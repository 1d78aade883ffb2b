/// Width and height in pixels.
struct Extent: Hashable {
  var width: Double
  var height: Double
}
