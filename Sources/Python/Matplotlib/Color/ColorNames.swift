/// Names of colors: CSS' and Matplotlib's letters.
enum ColorNames {
  static let tableau = [
    "blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan",
  ]

  static let all: [String: String] = [
    "b": "#0000ff", "g": "#008000", "r": "#ff0000", "c": "#00bfbf", "m": "#bf00bf",
    "y": "#bfbf00", "k": "#000000", "w": "#ffffff",
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000",
    "blue": "#0000ff", "yellow": "#ffff00", "cyan": "#00ffff", "magenta": "#ff00ff",
    "aqua": "#00ffff", "fuchsia": "#ff00ff", "lime": "#00ff00", "gray": "#808080",
    "grey": "#808080", "silver": "#c0c0c0", "maroon": "#800000", "navy": "#000080",
    "olive": "#808000", "purple": "#800080", "teal": "#008080", "orange": "#ffa500",
    "darkorange": "#ff8c00", "orangered": "#ff4500", "tomato": "#ff6347", "coral": "#ff7f50",
    "salmon": "#fa8072", "lightsalmon": "#ffa07a", "darksalmon": "#e9967a", "crimson": "#dc143c",
    "firebrick": "#b22222", "darkred": "#8b0000", "indianred": "#cd5c5c", "brown": "#a52a2a",
    "pink": "#ffc0cb", "hotpink": "#ff69b4", "deeppink": "#ff1493", "violet": "#ee82ee",
    "plum": "#dda0dd", "orchid": "#da70d6", "indigo": "#4b0082", "darkviolet": "#9400d3",
    "blueviolet": "#8a2be2", "mediumpurple": "#9370db", "slateblue": "#6a5acd",
    "royalblue": "#4169e1", "cornflowerblue": "#6495ed", "dodgerblue": "#1e90ff",
    "deepskyblue": "#00bfff", "skyblue": "#87ceeb", "lightskyblue": "#87cefa",
    "steelblue": "#4682b4", "lightblue": "#add8e6", "powderblue": "#b0e0e6",
    "cadetblue": "#5f9ea0", "darkblue": "#00008b", "mediumblue": "#0000cd",
    "midnightblue": "#191970", "turquoise": "#40e0d0", "lightgreen": "#90ee90",
    "darkgreen": "#006400", "forestgreen": "#228b22", "seagreen": "#2e8b57",
    "mediumseagreen": "#3cb371", "limegreen": "#32cd32", "springgreen": "#00ff7f",
    "yellowgreen": "#9acd32", "olivedrab": "#6b8e23", "darkolivegreen": "#556b2f",
    "gold": "#ffd700", "goldenrod": "#daa520", "darkgoldenrod": "#b8860b", "khaki": "#f0e68c",
    "tan": "#d2b48c", "wheat": "#f5deb3", "beige": "#f5f5dc", "ivory": "#fffff0",
    "chocolate": "#d2691e", "sienna": "#a0522d", "peru": "#cd853f", "lightgray": "#d3d3d3",
    "lightgrey": "#d3d3d3", "darkgray": "#a9a9a9", "darkgrey": "#a9a9a9", "dimgray": "#696969",
    "slategray": "#708090", "whitesmoke": "#f5f5f5", "gainsboro": "#dcdcdc",
    "lightyellow": "#ffffe0", "lightcoral": "#f08080", "lightpink": "#ffb6c1",
    "darkslategray": "#2f4f4f", "darkcyan": "#008b8b", "darkmagenta": "#8b008b",
    "mediumvioletred": "#c71585", "greenyellow": "#adff2f", "chartreuse": "#7fff00",
  ]
}
