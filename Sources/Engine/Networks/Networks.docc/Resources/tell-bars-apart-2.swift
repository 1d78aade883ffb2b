import Datasets
import Networks
import Tensors

let size = 8
func bar(_ number: Int) -> [UInt8] {
  (0..<size * size).map { point in
    let place = number % 2 == 0 ? point / size : point % size
    return place == number / 2 % size ? 255 : UInt8((point * 7 + number * 13) % 60)
  }
}
let split = Split(
  images: (0..<64).flatMap(bar), labels: (0..<64).map { UInt8($0 % 2) },
  imageShape: [size, size, 1])

let model = try Model(
  inputShape: [size, size, 1],
  layers: [
    LayerDeclaration(
      ArgumentCall(
        "Conv2D", [.int(4), .int(3)],
        keywords: [ArgumentCall.Keyword("activation", .string("relu"))])),
    LayerDeclaration(ArgumentCall("GlobalMaxPooling2D")),
    LayerDeclaration(
      ArgumentCall(
        "Dense", [.int(2)], keywords: [ArgumentCall.Keyword("activation", .string("softmax"))])),
  ])
print("\(model.parameterCount) parameters")
