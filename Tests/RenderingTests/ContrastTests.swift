import Foundation
import Testing

@testable import Rendering

@Suite struct `Colors can be read` {
  /// What stands on what, and the contrast that it must have at least.
  private static let pairs: [(String, SchemeColor, SchemeColor, Double)] =
    [
      ("text", Palette.text, Palette.background, 7),
      ("text on surface", Palette.text, Palette.surface, 7),
      ("text on notice", Palette.text, Palette.notice, 7),
      ("muted", Palette.muted, Palette.background, 4.5),
      ("muted on surface", Palette.muted, Palette.surface, 4.5),
      ("link", Palette.link, Palette.background, 4.5),
      ("mark", Palette.mark, Palette.background, 4.5),
      ("mark on surface", Palette.mark, Palette.surface, 4.5),
      ("axis", Palette.axis, Palette.background, 3),
      ("keyword", Palette.keyword, Palette.surface, 4.5),
      ("string", Palette.string, Palette.surface, 4.5),
      ("number", Palette.number, Palette.surface, 4.5),
      ("name", Palette.name, Palette.surface, 4.5),
      ("comment", Palette.comment, Palette.surface, 4.5),
    ]
    + Palette.series.enumerated().map { ("series \($0)", $1, Palette.background, 3) }
    + Palette.terminal.enumerated().map { ("terminal \($0)", $1, Palette.background, 4.5) }
    + [1, 2, 3, 4, 5].map { ("alert \($0)", Palette.terminal[$0], Palette.surface, 4.5) }
    + Palette.terminal.enumerated().map { ("on terminal \($0)", Palette.background, $1, 4.5) }

  @Test(arguments: pairs)
  func `in both schemes`(name: String, front: SchemeColor, back: SchemeColor, least: Double) {
    #expect(contrast(rgb(front.light), rgb(back.light)) >= least, "\(name), light")
    #expect(contrast(rgb(front.dark), rgb(back.dark)) >= least, "\(name), dark")
  }

  @Test(arguments: (0...40).map { Double($0) / 40 })
  func `on every cell of a matrix`(share: Double) {
    let level = HeatLevel(share, of: 1)
    for scheme in [\SchemeColor.light, \SchemeColor.dark] {
      let heat = rgb(Palette.heat[keyPath: scheme])
      let back = rgb(Palette.background[keyPath: scheme])
      let cell = zip(heat, back).map { $0 * level.opacity + $1 * (1 - level.opacity) }
      let ink = level.isStrong ? Palette.onHeat : share == 0 ? Palette.muted : Palette.text
      #expect(contrast(rgb(ink[keyPath: scheme]), cell) >= 4.5)
    }
  }

  /// Red, green and blue from 0 to 255.
  private func rgb(_ color: String) -> [Double] {
    let value = Int(color.dropFirst(), radix: 16) ?? -1
    return [value >> 16 & 255, value >> 8 & 255, value & 255].map(Double.init)
  }

  /// The contrast ratio of WCAG 2.2.
  private func contrast(_ a: [Double], _ b: [Double]) -> Double {
    let (one, two) = (luminance(a), luminance(b))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private func luminance(_ rgb: [Double]) -> Double {
    let linear = rgb.map { channel -> Double in
      let part = channel / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
