internal import Tensors

/// What poolings over whole images share.
enum GlobalPooling {
  /// `keepdims`: whether the axes that are pooled stay, with extent 1.
  static let parameters = [Parameter("keepdims", .bool, default: .bool(false))]

  /// The shape of so many channels.
  static func shape(_ channels: Int, _ keepsAxes: Bool) -> Shape {
    keepsAxes ? [1, 1, channels] : [channels]
  }

  /// `[batch, channels]`, or `[batch, 1, 1, channels]` where axes are kept.
  static func kept(_ result: Tensor, _ keepsAxes: Bool) -> Tensor {
    guard keepsAxes else { return result }
    return result.reshaped(to: [result.shape[0], 1, 1, result.shape[1]])
  }
}
