import NumPyModule
import PythonLibrary
import PythonRuntime
import Datasets
import KerasModule
import PythonSyntax
import Networks
import Testing
import Training
import TestPrograms

/// Runs a program with `numpy` and `keras` over a small data set and gives what it prints.
func printed(
  _ source: String, maxEpochs: Int? = nil, threads: Int = 1, store: (any TrainingStore)? = nil,
  executors: (any ExecutorMaker)? = nil, digests: SampleDigests = SampleDigests(),
  memory: SampleMemory = SampleMemory()
) -> String {
  var host = KerasSession.Host(
    threads: threads, maxEpochs: maxEpochs,
    dataset: { name throws(HostFailure) in
      do throws(DatasetError) {
        return try DatasetLocator(fallback: "digits", isOffline: true).load(
          name, limits: ExampleLimits(train: 200, test: 50))
      } catch {
        throw HostFailure("FileNotFoundError", "\(error)")
      }
    })
  host.store = store
  host.digests = digests
  host.memory = memory
  if let executors { host.executors = executors }
  // Warnings have tests of their own.
  return Interpreter { machine in
    machine.writeError = { _ in }
    StandardModules.install(in: machine)
    NumPyLibrary.install(in: machine)
    KerasLibrary.install(KerasSession(host), in: machine)
  }.printed(source)
}

struct `A Keras model` {
  @Test func `prints the summary that Keras prints`() {
    let source = """
      import keras
      from keras import layers
      m = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(32, 3, activation='relu'),
        layers.MaxPooling2D(), layers.BatchNormalization(), layers.Flatten(), layers.Dropout(.5),
        layers.Dense(10, activation='softmax', name='a_very_long_layer_name_that_is_too_long')])
      m.summary()
      """
    #expect(
      printed(source) == """
        Model: "sequential"
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
        ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
        ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
        │ conv2d (Conv2D)                 │ (None, 26, 26, 32)     │           320 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ max_pooling2d (MaxPooling2D)    │ (None, 13, 13, 32)     │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ batch_normalization             │ (None, 13, 13, 32)     │           128 │
        │ (BatchNormalization)            │                        │               │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ flatten (Flatten)               │ (None, 5408)           │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dropout (Dropout)               │ (None, 5408)           │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ a_very_long_layer_name_that_is… │ (None, 10)             │        54,090 │
        │ (Dense)                         │                        │               │
        └─────────────────────────────────┴────────────────────────┴───────────────┘
         Total params: 54,538 (213.04 KB)
         Trainable params: 54,474 (212.79 KB)
         Non-trainable params: 64 (256.00 B)

        """)
  }
}
