import NumPyModule
import PythonRuntime
import Foundation
import PythonSyntax
import MatplotlibModule
import Testing
import TestSupport

/// What Matplotlib draws and says (Tests/Oracles/plots_matplotlib.py).
enum MatplotlibPrograms {
  struct Layout: Decodable, Sendable, CustomTestStringConvertible {
    let source: String
    /// Width and height of the page that Jupyter shows, in points.
    let page: [Double]
    /// Left, top, width and height of each axes.
    let frames: [[Double]]
    var testDescription: String { source }
  }

  struct Shown: Decodable, Sendable, CustomTestStringConvertible {
    let source: String
    let shown: String
    var testDescription: String { source }
  }

  static let layouts: [Layout] = Fixture.read("Matplotlib/layouts.json")
  static let values: [Shown] = Fixture.read("Matplotlib/values.json")

  /// The last value of a program, the SVG of its first figure, and what it failed with.
  static func run(_ source: String) -> (value: String, svg: String, failure: String?) {
    var svg = ""
    let machine = Machine { _ in }
    NumPyLibrary.install(in: machine)
    let session = PlotSession { if svg.isEmpty { svg = $0.svg } }
    PyplotModule.install(session, in: machine)
    let head = "import numpy as np\nimport matplotlib.pyplot as plt\nimport seaborn as sns\n"
    do {
      let value = try Program(machine).run(try parseModule(head + source)) { _ in 1 }
      let shown = try value.map { try machine.repr($0) } ?? "None"
      session.flush()
      return (shown, svg, nil)
    } catch let error as PyError {
      return ("", svg, error.summary(machine))
    } catch {
      return ("", svg, "\(error)")
    }
  }
}

struct `A figure of a program` {
  @Test func `has cases`() {
    #expect(MatplotlibPrograms.layouts.count > 60 && MatplotlibPrograms.values.count > 60)
  }

  @Test(arguments: MatplotlibPrograms.layouts)
  func `has Matplotlib's page and axes to two points`(row: MatplotlibPrograms.Layout) throws {
    let run = MatplotlibPrograms.run(row.source)
    try #require(run.failure == nil)
    let head = try #require(run.svg.split(separator: "\n").first)
    let size = ["width", "height"].map { Self.number($0, head) ?? -1 }
    #expect(Self.isNear(size, row.page, 3), "page \(size), Matplotlib \(row.page)")
    let frames = Self.frames(run.svg)
    #expect(frames.count == row.frames.count, "\(frames)")
    for (own, other) in zip(frames, row.frames) {
      #expect(Self.isNear(own, other, 2), "axes \(own), Matplotlib \(other)")
    }
  }

  @Test(arguments: MatplotlibPrograms.values)
  func `has Matplotlib's value`(row: MatplotlibPrograms.Shown) {
    let run = MatplotlibPrograms.run(row.source)
    #expect(run.failure == nil)
    #expect(run.value == row.shown)
  }

  private static func isNear(_ own: [Double], _ other: [Double], _ slack: Double) -> Bool {
    zip(own, other).allSatisfy { abs($0 - $1) <= slack }
  }

  private static func number(_ name: String, _ line: Substring) -> Double? {
    guard let start = line.range(of: " \(name)=\"") else { return nil }
    let text = line[start.upperBound...].prefix { $0 != "\"" }
    return Double(text.hasSuffix("pt") ? text.dropLast(2) : text)
  }

  /// The places that the drawing marks as axes.
  private static func frames(_ svg: String) -> [[Double]] {
    svg.split(separator: "\n").filter { $0.hasPrefix("<g class=\"axes\"") }.compactMap { line in
      guard let start = line.range(of: "data-frame=\"") else { return nil }
      return line[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ")
        .compactMap { Double($0) }
    }
  }
}
