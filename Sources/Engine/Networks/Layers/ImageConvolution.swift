internal import Tensors

/// A convolution of images: its first weight has a small picture for each filter and each channel that the filter reads.
protocol ImageConvolution: Layer {
  /// What the last two of the kernel's four axes are.
  static var kernelAxes: KernelAxes { get }
}

/// What the last two axes of a convolution's kernel `[height, width, …]` are.
package enum KernelAxes: Sendable {
  /// The channels that a filter reads, then the filters.
  case channelsFilters
  /// The filters, then the channels that a filter reads.
  case filtersChannels
  /// Channels and the results of each: every pair is a filter that reads one channel.
  case pairs

  /// How many filters a kernel of these four extents has, and how many channels each of them reads.
  package func counts(_ shape: [Int]) -> (filters: Int, channels: Int) {
    switch self {
    case .channelsFilters: (shape[3], shape[2])
    case .filtersChannels: (shape[2], shape[3])
    case .pairs: (shape[2] * shape[3], 1)
    }
  }

  /// Where a filter's number for a channel stands within a place's numbers.
  package func offset(filter: Int, channel: Int, _ shape: [Int]) -> Int {
    switch self {
    case .channelsFilters: channel * shape[3] + filter
    case .filtersChannels: filter * shape[3] + channel
    case .pairs: filter
    }
  }
}

extension ModelLayer {
  /// How the layer's first weight is a convolution's kernel; nil where the layer is no convolution of images.
  package var kernelAxes: KernelAxes? {
    (layer as? any ImageConvolution).map { type(of: $0).kernelAxes }
  }
}

extension Conv2D: ImageConvolution {
  static var kernelAxes: KernelAxes { .channelsFilters }
}

extension SeparableConv2D: ImageConvolution {
  static var kernelAxes: KernelAxes { .pairs }
}

extension DepthwiseConv2D: ImageConvolution {
  static var kernelAxes: KernelAxes { .pairs }
}

extension Conv2DTranspose: ImageConvolution {
  static var kernelAxes: KernelAxes { .filtersChannels }
}
