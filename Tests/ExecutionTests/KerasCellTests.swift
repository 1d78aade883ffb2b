import Caching
import Datasets
import Diagnostics
import Digests
import Execution
import Foundation
import Notebooks
import RunRecords
import Testing

struct `Keras cells` {
  let folder: KeptFolder

  init() throws { folder = try KeptFolder() }

  /// Runs a lesson on the small data set.
  func run(
    _ text: String, cached: Bool = false, maxEpochs: Int? = nil
  ) throws -> RunResult {
    let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    #expect(plan.diagnostics.filter { $0.severity == .error }.isEmpty)
    guard !plan.diagnostics.hasErrors else { return RunResult() }
    let settings = RunSettings(
      threads: 2, locator: DatasetLocator(dataDirectory: folder.path, isOffline: true),
      cache: cached ? ResultCache(folder: "\(folder.path)/cache") : nil, maxEpochs: maxEpochs)
    var runner = Runner(plan, settings: settings)
    return runner.run()
  }

  /// What a cell printed and showed, one text after the other.
  func texts(_ result: RunResult, _ id: String) -> String {
    (result.tasks.first { $0.id == id }?.outputs ?? []).map { output in
      switch output {
      case .text(let text): text.text
      case .error(let error): "\(error.code): \(error.message)"
      case .figure(let figure): "[\(figure.alt)]"
      default: "?"
      }
    }.joined(separator: "|")
  }

  static let head = "---\ncaderno: {python: keras, seed: 5}\n---\n\n"

  func cells(_ sources: String...) -> String {
    Self.head + sources.map { "```python\n\($0)\n```\n" }.joined(separator: "\n")
  }

  static let training = """
    from keras import layers, models
    from keras.datasets import mnist
    from keras.utils import to_categorical
    (x, y), _ = mnist.load_data()
    x = x.reshape((40, 28, 28, 1)).astype('float32') / 255
    model = models.Sequential()
    model.add(layers.Conv2D(4, (3, 3), activation='relu', input_shape=(28, 28, 1)))
    model.add(layers.MaxPooling2D((2, 2)))
    model.add(layers.Flatten())
    model.add(layers.Dropout(0.25))
    model.add(layers.Dense(10, activation='softmax'))
    model.compile(optimizer='rmsprop', loss='categorical_crossentropy', metrics=['accuracy'])
    h = model.fit(x, to_categorical(y), epochs=3, batch_size=16, verbose=2)
    """

  @Test func `have the data sets in the record that they read, not those that they mention`() throws
  {
    let mention = cells("mnist = 'mnist'\nprint(mnist)")
    #expect(try run(mention).dataSets == [])
    let use = cells(
      "from keras.datasets import mnist\ndef f():\n    return mnist.load_data()", "f();")
    for _ in 0..<2 {
      let result = try run(use, cached: true)
      #expect(result.dataSets.map(\.name) == ["mnist"])
      #expect(result.dataSets.first?.splits.map(\.shape) == [[40, 28, 28, 1], [20, 28, 28, 1]])
      let sha256 = result.dataSets.first?.sha256.prefix(12) ?? ""
      #expect(result.tasks[0].inputs?["dataset mnist"] == String(sha256))
    }
  }

  /// To know a data set's content can mean to make or to read all of it.
  @Test(arguments: [
    ("print('mnist')  # mnist", false), ("print(f'mnist {1}')", false),
    ("\"\"\"mnist.load_data\"\"\"", false),
    ("import keras\nf = lambda: keras.datasets.mnist.load_data()", true),
    ("def f():\n    from keras.datasets.mnist import load_data as g\n    return g()", true),
    ("from keras import datasets\nf = lambda: getattr(datasets, 'mnist').load_data()", true),
    ("from keras import datasets\nf = lambda n: getattr(datasets, f'{n}mnist').load_data()", true),
  ])
  func `depend on the data sets that their code names, not on those in its texts`(
    source: String, isNamed: Bool
  ) throws {
    let result = try run(cells(source))
    #expect((result.tasks[0].inputs?["dataset mnist"] != nil) == isNamed)
  }

  @Test func `show what they print and the value of their last expression`() throws {
    let result = try run(cells("x = 2\nprint(x)\nx + 1", "'a' * x", "x;"))
    #expect(texts(result, "keras-1") == "2\n|3")
    #expect(texts(result, "keras-2") == "'aa'")
    #expect(texts(result, "keras-3") == "")
  }

  @Test func `tell an exception with its lines and keep what was shown before`() throws {
    let result = try run(cells("def f(n):\n    return 1 / n", "print('before')\nf(0)"))
    #expect(texts(result, "keras-2") == "before\n|ZeroDivisionError: division by zero")
    guard case .error(let error)? = result.tasks.last?.outputs.last else {
      Issue.record("no error was shown")
      return
    }
    #expect(error.fullMessage == "division by zero (keras-2 line 2; keras-1 line 2, in f)")
    #expect(result.failure?.failure.code == "ZeroDivisionError")
  }

  @Test func `show the figures of pyplot where they are shown`() throws {
    let source = """
      import matplotlib.pyplot as plt
      plt.plot([3, 1, 2], label='loss')
      plt.title('Perda')
      plt.show()
      print('after')
      plt.plot([1, 2])
      """
    #expect(
      texts(try run(cells(source)), "keras-1")
        == "[Perda]|after\n|[<matplotlib.lines.Line2D at 0x\u{2026}>]|[figure]")
  }

  @Test func `are not run again where nothing that they depend on changed`() throws {
    let text = cells(Self.training, "h.history['loss'][0] > 0", "print('end')")
    let first = try run(text, cached: true)
    #expect(first.tasks.map(\.status) == [.ok, .ok, .ok])
    let prose = text.replacing("seed: 5}\n---\n", with: "seed: 5}\n---\n\nProse.\n")
      .replacing("from keras import layers", with: "# A comment.\nfrom keras import layers")
    let second = try run(prose, cached: true)
    #expect(second.tasks.map(\.status) == [.cached, .cached, .cached])
    #expect(second.tasks.map(\.outputs) == first.tasks.map(\.outputs))
    // A cell that shares no name with the edited one stays.
    let edited = try run(text.replacing("[0] > 0", with: "[1] > 0"), cached: true)
    #expect(edited.tasks.map(\.status) == [.cached, .ok, .cached])
    #expect(texts(edited, "keras-2") == "True")
  }

  @Test(arguments: [
    ("import numpy as np\nnp.random.seed(1)", "from numpy.random import rand\nprint(rand())"),
    ("import keras\nkeras.utils.set_random_seed(1)", "import random\nprint(random.random())"),
    ("globals()['x'] = 1", "print(x)"), ("print(end='' if (x := 1) else '')", "print(x)"),
  ])
  func `are run again where something was changed under another name`(
    change: String, look: String
  ) throws {
    _ = try run(cells("x = 0", change, look), cached: true)
    let text = cells("x = 0", change.replacing("1", with: "2"), look)
    #expect(texts(try run(text, cached: true), "keras-3") == texts(try run(text), "keras-3"))
  }

  @Test func `train no more epochs than a run allows, and say so`() throws {
    let result = try run(cells(Self.training, "len(h.history['loss'])"), maxEpochs: 1)
    #expect(
      texts(result, "keras-1").hasPrefix("--max-epochs: 1 of 3 epochs\nEpoch 1/3\n3/3 - accuracy: ")
    )
    #expect(texts(result, "keras-2") == "1")
  }

  @Test func `are looked through together before the first one runs`() throws {
    let text = cells("import numpy as np\nnp.zeross(3)", "model.fit(x, epoch=1)", "import nmpy")
    let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    let formatter = plan.diagnostics.map { "\($0.code): \($0.message.text(in: .portuguese))" }
    #expect(
      formatter == [
        "unknown-attribute: o módulo 'numpy' não tem 'zeross' aqui",
        "unknown-name: o nome 'model' não está definido",
        "unknown-name: o nome 'x' não está definido",
        "unknown-module: não há aqui um módulo 'nmpy'",
      ])
  }

  @Test(arguments: [
    ("%matplotlib inline", "note magic-line '%matplotlib' is passed over"),
    ("!pip install keras", "note magic-line '!pip' is passed over"),
    (
      "import matplotlib.pyplot as plt\nplt.savefig('x.png')",
      "note figure-file 'savefig' writes no file: the figure is in the outputs"
    ),
    (
      "import keras\nkeras.optimizers.SGD(lr=0.1)\nkeras.optimizers.Adam(lr=0.2)",
      "note old-spelling Keras 3 refuses 'lr=': write 'learning_rate='"
    ),
    (
      "import keras\nkeras.layers.Convolution2D(3, 2, border_mode='same')",
      "note old-spelling Keras 3 refuses 'border_mode=': write 'padding='"
    ),
    (
      "import keras\nkeras.layers.LSTM(3, inner_init='glorot_uniform')",
      "note old-spelling Keras 3 refuses 'inner_init=': write 'recurrent_initializer='"
    ),
    (
      "from keras.layers import Input, merge\nmerge([Input((2,)), Input((2,))], mode='concat')",
      "note old-spelling Keras 3 refuses 'merge(mode='concat')': write 'keras.layers.concatenate'"
    ),
    (
      "!curl http://example.org",
      "error magic-line '!curl' can't be run: Caderno starts no other program"
    ),
    ("%run other.py", "error magic-line '%run' can't be run: Caderno starts no other program"),
  ])
  func `pass over harmless lines for IPython with a note, and refuse others`(
    line: String, expected: String
  ) {
    let source = SourceText(file: "lesson.md", bytes: Array(cells(line).utf8))
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    let found = plan.diagnostics.map { "\($0.severity) \($0.code) \($0.message.english)" }
    #expect(found == [expected])
  }
}
