import numpy as np
import matplotlib.pyplot as plt
from tensorflow.keras import layers, models
from tensorflow.keras.datasets import cifar10
from tensorflow.keras.callbacks import EarlyStopping
from tensorflow.keras.utils import to_categorical

NUM_CLASSES = 10
BATCH = 64

def load():
    (x_train, y_train), (x_test, y_test) = cifar10.load_data()
    x_train = x_train.astype('float32') / 255.0
    x_test = x_test.astype('float32') / 255.0
    return (x_train, to_categorical(y_train, NUM_CLASSES)), (x_test, to_categorical(y_test, NUM_CLASSES))

def build_model(filters=(32, 64), dropout=0.3):
    model = models.Sequential()
    model.add(layers.Input(shape=(32, 32, 3)))
    for f in filters:
        model.add(layers.Conv2D(f, (3, 3), padding='same', activation='relu'))
        model.add(layers.MaxPooling2D((2, 2)))
    model.add(layers.Flatten())
    model.add(layers.Dropout(dropout))
    model.add(layers.Dense(NUM_CLASSES, activation='softmax'))
    model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
    return model

(x_train, y_train), (x_test, y_test) = load()
x_val, y_val = x_train[45000:], y_train[45000:]
x_train, y_train = x_train[:45000], y_train[:45000]
model = build_model()
model.summary()
history = model.fit(x_train, y_train, batch_size=BATCH, epochs=3, validation_data=(x_val, y_val), callbacks=[EarlyStopping(patience=2)])
loss, acc = model.evaluate(x_test, y_test, verbose=0)
plt.plot(history.history['loss'])
plt.title('loss')
plt.show()
