import NumPyModule
import PythonLibrary
import PythonRuntime
import KerasModule
import PythonSyntax
import Testing

/// The picture that is a program's last value.
private func picture(_ source: String) throws -> String {
  let machine = Machine { _ in }
  StandardModules.install(in: machine)
  NumPyLibrary.install(in: machine)
  let host = KerasSession.Host(dataset: { name throws(HostFailure) in
    throw HostFailure("RuntimeError", name)
  })
  KerasLibrary.install(KerasSession(host), in: machine)
  let value = try Program(machine).run(try parseModule(models + source)) { _ in 1 }
  guard case .object(let diagram as DiagramObject)? = value else { return "" }
  return diagram.svg
}

private let models = """
  import keras
  from keras import layers
  from keras.utils import plot_model, model_to_dot
  row = keras.Sequential([layers.Dense(3, activation='relu', input_shape=(4,)), layers.Dense(2)])
  i = keras.Input((8,), name='x<1>')
  a = layers.Dense(4)(i)
  b = layers.Dense(4)(layers.Dense(6)(i))
  c = layers.add([a, layers.add([a, b])])
  graph = keras.Model(i, layers.concatenate([c, i]))

  """

/// The texts of a picture, without their marks.
private func texts(_ svg: String) -> [String] {
  svg.split(separator: "<text").dropFirst().map { part in
    let text = part.split(separator: "</text>")[0]
    return String(text).replacing(#/^[^>]*>|<[^>]*>/#, with: "")
  }
}

/// Left, top, right and bottom of the boxes.
private func boxes(_ svg: String) -> [[Double]] {
  svg.matches(
    of: #/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="black"/#
  ).map { found in
    let values = [found.1, found.2, found.3, found.4].compactMap { Double($0) }
    return [values[0], values[1], values[0] + values[2], values[1] + values[3]]
  }
}

struct `A drawing of a model` {
  @Test func `names layers and says their shapes as Keras does`() throws {
    let svg = try picture(
      "plot_model(row, show_shapes=True, show_layer_names=True, show_layer_activations=True)")
    #expect(
      texts(svg) == [
        "dense (Dense)", "Activation: relu", "Input shape: (None, 4)", "Output shape: (None, 3)",
        "dense_1 (Dense)", "Activation: linear", "Input shape: (None, 3)",
        "Output shape: (None, 2)",
      ])
  }

  @Test func `shows classes only where nothing else is asked for`() throws {
    #expect(texts(try picture("plot_model(row)")) == ["Dense", "Dense"])
    #expect(
      texts(try picture("model_to_dot(row).create_svg()")) == ["dense (Dense)", "dense_1 (Dense)"])
  }

  @Test func `names inputs in safe marks`() throws {
    let svg = try picture("plot_model(graph, show_layer_names=True)")
    #expect(texts(svg).contains("x&lt;1&gt; (InputLayer)"))
  }

  @Test(arguments: ["TB", "LR"])
  func `has an arrow for each connection and boxes apart`(direction: String) throws {
    let svg = try picture("plot_model(graph, show_shapes=True, rankdir='\(direction)')")
    // i to a, b' and concatenate; b' to b; a to both sums; b, and the sums; concatenate.
    #expect(svg.matches(of: #/Z"\/>/#).count == 9)
    let boxes = boxes(svg)
    #expect(boxes.count == 7)
    for (place, one) in boxes.enumerated() {
      for other in boxes[(place + 1)...] {
        let areApart =
          one[2] < other[0] || other[2] < one[0] || one[3] < other[1] || other[3] < one[1]
        #expect(areApart)
      }
    }
  }
}
