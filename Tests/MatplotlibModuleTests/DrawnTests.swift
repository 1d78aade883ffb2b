import Foundation
import Testing

struct `A drawing` {
  @Test(arguments: [
    // A bar's color is that of its inside and its edge, one point wide.
    (
      "b = plt.bar([1, 2], [1, 2]); b[0].set_color('red')",
      "fill=\"#ff0000\" stroke=\"#ff0000\" stroke-width=\"1\""
    ),
    // The box behind a text has corners, a black edge, and four points around.
    (
      "plt.text(0, 0, 'x', bbox=dict(facecolor='white', alpha=1))",
      "fill=\"#ffffff\" stroke=\"#000000\" stroke-width=\"1\"/>"
    ),
    // Lengths are points, and pixels an inch make it larger.
    ("plt.figure(dpi=200); plt.plot([1, 2])", "width=\"788."),
    // A marker has an edge of its own, a point wide.
    (
      "plt.plot([1, 2], 'o')",
      "r=\"3\" fill=\"#1f77b4\" stroke=\"#1f77b4\" stroke-width=\"1\""
    ),
    // Powers are raised.
    (
      "plt.semilogy([1, 100])", ">10<tspan dy=\"-0.35em\" font-size=\"70%\">2</tspan>"
    ),
    // The first series of a twin begins with the first color again.
    ("plt.plot([1, 2]); plt.twinx().plot([2, 1])", "stroke=\"#1f77b4\""),
  ])
  func `has what Matplotlib draws`(source: String, part: String) throws {
    let run = MatplotlibPrograms.run(source)
    try #require(run.failure == nil)
    #expect(run.svg.contains(part))
  }

  @Test func `is in the order of Matplotlib's kinds`() throws {
    let run = MatplotlibPrograms.run("plt.plot([0, 1], color='r'); plt.bar([0], [1], color='b')")
    let line = try #require(run.svg.range(of: "stroke=\"#ff0000\""))
    let bar = try #require(run.svg.range(of: "fill=\"#0000ff\""))
    #expect(bar.lowerBound < line.lowerBound)
  }
}
