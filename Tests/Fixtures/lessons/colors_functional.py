import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import keras
from keras import layers

(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
x_train = x_train.astype('float32') / 255
x_test = x_test.astype('float32') / 255
y_train = keras.utils.to_categorical(y_train, 10)
y_test = keras.utils.to_categorical(y_test, 10)
mean = x_train.mean(axis=(0, 1, 2))
x_train = x_train - mean
x_test = x_test - mean
print(x_train.shape[1:], mean.round(3))

inputs = keras.Input(shape=(32, 32, 3))
x = layers.Conv2D(32, 3, padding='same', activation='relu')(inputs)
x = layers.BatchNormalization()(x)
x = layers.MaxPooling2D(pool_size=2)(x)
x = layers.Conv2D(64, 3, padding='same', activation='relu')(x)
x = layers.GlobalAveragePooling2D()(x)
outputs = layers.Dense(10, activation='softmax')(x)
model = keras.Model(inputs=inputs, outputs=outputs)
model.compile(optimizer=keras.optimizers.Adam(learning_rate=1e-3), loss='categorical_crossentropy', metrics=['accuracy'])
model.summary()
callbacks = [keras.callbacks.ReduceLROnPlateau(factor=0.5, patience=2)]
history = model.fit(x_train, y_train, batch_size=64, epochs=2, validation_data=(x_test, y_test), callbacks=callbacks)
table = pd.DataFrame(history.history)
print(table.tail(1))
best = table['val_loss'].idxmin()
print(best)

predicted = np.argmax(model.predict(x_test), axis=-1)
expected = np.argmax(y_test, axis=-1)
share = np.mean(predicted == expected)
print('accuracy', round(float(share), 3))
fig, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
left.plot(history.history['loss'])
left.set_title('loss')
right.plot(history.history['accuracy'])
right.set_title('accuracy')
fig.suptitle('Training')
plt.show()
