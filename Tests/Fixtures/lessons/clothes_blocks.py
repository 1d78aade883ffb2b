import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

class Config:
    units = 64
    classes = 10

cfg = Config()
(x, y), (xt, yt) = keras.datasets.fashion_mnist.load_data()
x = x.reshape(len(x), 28 * 28) / 255.
xt = xt.reshape(len(xt), 28 * 28) / 255.
def block(t, n):
    t = layers.Dense(n)(t)
    t = layers.BatchNormalization()(t)
    return layers.Activation('relu')(t)
inp = keras.Input(shape=(784,))
h = block(inp, 64)
h = block(h, 32)
out = layers.Dense(10, activation='softmax')(h)
net = keras.Model(inp, out)
net.compile(optimizer='sgd', loss=keras.losses.SparseCategoricalCrossentropy(), metrics=['sparse_categorical_accuracy'])
hist = net.fit(x[:50000], y[:50000], epochs=2, batch_size=100, validation_data=(x[50000:], y[50000:]))
p = net.predict(xt)
print((p.argmax(axis=1) == yt).mean())
