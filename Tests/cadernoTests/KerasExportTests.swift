import Foundation
import Testing

struct `convert --to-keras` {
  private static let lesson = """
    ---
    title: Dígitos
    lang: pt-BR
    ---

    ```yaml {.data #d}
    dataset: digits
    limit: {train: 40, test: 20}
    ```

    ```python {.model #m}
    Flatten(input_shape=(28, 28, 1))
    Dense(10, activation='softmax')
    ```

    ```yaml {.fit #f epochs=2 batch_size=8}
    loss: sparse_categorical_crossentropy
    metrics: [accuracy]
    ```

    ```yaml {.evaluate #e}
    ```

    """

  /// A data set that Keras lacks goes into files of NumPy's, whose header is 128 bytes long.
  @Test(arguments: ["out.ipynb", "out.md"])
  func `writes data sets that Keras lacks beside the lesson`(output: String) throws {
    let folder = try LessonFolder(["lesson.md": Self.lesson])
    let result = folder.caderno("convert", "lesson.md", output, "--to-keras")
    #expect(result == ProgramResult(status: 0, output: "", errors: "wrote \(output)\n"))
    let own = output.hasSuffix("md") ? "out.files" : "out.ipynb.files"
    let files = try folder.contents()
    let sizes = [("x_train", 40 * 784), ("y_train", 40), ("x_test", 20 * 784), ("y_test", 20)]
    for (name, size) in sizes {
      let bytes = [UInt8](try #require(files["\(own)/digits-\(name).npy"]))
      #expect(bytes.count == 128 + size)
      #expect(bytes.prefix(8) == [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0])
    }
    let text = try folder.text(output)
    #expect(text.contains("train_images = np.load('\(own)/digits-x_train.npy')"))
    #expect(!text.contains("%%caderno"))
    #expect(text.contains("Dígitos") == output.hasSuffix("md"))
  }

  @Test func `shows what is wrong with the lesson, and writes nothing`() throws {
    let folder = try LessonFolder([
      "lesson.md": Self.lesson.replacing("Flatten(", with: "Flaten(")
    ])
    let result = folder.caderno("convert", "lesson.md", "out.ipynb", "--to-keras")
    #expect(result.status == 2)
    #expect(
      result.errors == """
        lesson.md:12:1: erro: camada desconhecida 'Flaten' [unknown-layer]
           12 | Flaten(input_shape=(28, 28, 1))
              | ^~~~~~
          dica: você quis dizer 'Flatten'?

        """)
    #expect(try folder.contents().map(\.key).sorted() == ["lesson.md"])
  }

  /// Cells and directives train alike, so the exported lesson gives the same numbers here.
  @Test func `gives the numbers that the directives gave`() throws {
    let text = Self.lesson.replacing("dataset: digits", with: "dataset: mnist")
    let folder = try LessonFolder(["lesson.md": text])
    try Self.writeData(in: folder, train: 60, test: 30)
    func run(_ lesson: String) throws -> String {
      let result = folder.caderno("run", lesson, "--offline", "--data-dir", "data")
      #expect(result.status == 0, "\(result.errors)")
      return try folder.text(lesson)
    }
    let row = try #require(
      try run("lesson.md")
        .firstMatch(of: /\| loss \| accuracy \|\n\|.*\n\| (\d),(\d+) \| (\d),(\d+) \|/))
    #expect(folder.caderno("convert", "lesson.md", "out.md", "--to-keras").status == 0)
    let printed = "accuracy: \(row.3).\(row.4), loss: \(row.1).\(row.2)"
    #expect(try run("out.md").contains("\n\(printed)\n"), "\(printed)")
  }

  /// Files of MNIST's form with few images, whose classes can be told apart.
  private static func writeData(in folder: LessonFolder, train: Int, test: Int) throws {
    for (part, count) in [("train", train), ("t10k", test)] {
      let labels = (0..<count).map { UInt8($0 % 10) }
      let images = labels.enumerated().flatMap { row, label in
        (0..<784).map { UInt8(truncatingIfNeeded: $0 % 10 == Int(label) ? 200 + row : row * $0) }
      }
      let size = [UInt8(count >> 8), UInt8(count & 255)]
      let shape: [UInt8] = [0, 0] + size + [0, 0, 0, 28, 0, 0, 0, 28]
      try folder.write([0, 0, 8, 3] + shape + images, to: "data/mnist/\(part)-images-idx3-ubyte")
      try folder.write(
        [0, 0, 8, 1, 0, 0] + size + labels, to: "data/mnist/\(part)-labels-idx1-ubyte")
    }
  }
}
