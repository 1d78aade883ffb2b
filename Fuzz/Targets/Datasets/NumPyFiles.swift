import Datasets

/// Keras' archive of a data set: four arrays of NumPy in a zip.
enum NumPyFiles: FuzzTarget {
  static let name = "numpy"
  static let longest = 256

  static var seeds: [[UInt8]] { SeedBytes.seeds(48, 6, step: 2) }

  static let words = [
    "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 28, 28), }", "'<i8'", "'>u2'", "'|O'",
    "True",
    "(1,)", "()", "(99999999999999999999, 28, 28)", "(-1,)", "\u{93}NUMPY", "PK\u{1}\u{2}",
    "PK\u{3}\u{4}",
  ]

  static func run(_ bytes: [UInt8]) throws {
    var choices = Choices(bytes)
    let folder = ScratchFolder()
    defer { folder.remove() }
    let count = choices.pick([1, 2, 3])
    var isSound = true
    var members: [(String, [UInt8])] = []
    for part in ["train", "test"] {
      let images = array(
        "|u1", [count, 28, 28], [UInt8](repeating: 7, count: count * 784), &choices, &isSound)
      members.append(("x_\(part).npy", images))
      let type = choices.pick(["|u1", "<i8", ">u2", "<i4", "|i1"])
      let size = type == "<i8" ? 8 : type == ">u2" ? 2 : type == "<i4" ? 4 : 1
      let labels = (0..<count).flatMap { index -> [UInt8] in
        let bytes = [UInt8(index)] + [UInt8](repeating: 0, count: size - 1)
        return type.hasPrefix(">") ? bytes.reversed() : bytes
      }
      members.append(("y_\(part).npy", array(type, [count], labels, &choices, &isSound)))
    }
    if choices.happens(onceIn: 16) { members.remove(at: choices.below(4)); isSound = false }
    let archive = ArchiveMaker.zip(members)
    let file = FileDamage.damaged(archive, &choices)
    folder.write(file, to: "mnist.npz")
    try DatasetLaws.load("mnist", folder, isSound: isSound && file == archive, count: count)
  }

  /// An array with its header, damaged now and then before it is packed.
  private static func array(
    _ type: String, _ shape: [Int], _ content: [UInt8], _ choices: inout Choices,
    _ isSound: inout Bool
  ) -> [UInt8] {
    let extents = shape.map { "\($0), " }.joined()
    var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(extents)), }"
    if choices.happens(onceIn: 8) {
      isSound = false
      header = choices.pick([
        "{'descr': '|O', 'fortran_order': False, 'shape': (1, 28, 28), }", "{'descr': '\(type)'}",
        "",
        "{'descr': '\(type)', 'fortran_order': True, 'shape': (\(extents)), }",
        "{'descr': [('a', '<i4'), ('b', '|u1')], 'fortran_order': False, 'shape': (3,), }",
        "{'shape': (-1, 99999999999999999999), 'descr': 'é', 'fortran_order': False}",
        "{'shape': (9223372036854775807, 28, 28), 'descr': '|u1', 'fortran_order': False}",
        "{'shape': (0, 28, 28), 'descr': '|u1', 'fortran_order': False}", "(((((((", "'shape':",
        "{'descr': '|u1', 'fortran_order': False, 'shape': ()}",
      ])
    }
    let version = choices.pick([1, 2, 3]) as UInt8
    let size = UInt8(header.utf8.count)
    let sizes: [UInt8] = version == 1 ? [size, 0] : [size, 0, 0, 0]
    let plain = [0x93] + Array("NUMPY".utf8) + [version, 0] + sizes + Array(header.utf8) + content
    let damaged = FileDamage.damaged(plain, &choices)
    isSound = isSound && damaged == plain
    return damaged
  }
}
