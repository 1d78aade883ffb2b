import numpy as np
import matplotlib.pyplot as plt
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, GlobalAveragePooling1D, Dense

max_words = 5000
max_length = 200
rng = np.random.default_rng(3)
lengths = rng.integers(5, 300, size=1000)
reviews = [rng.integers(1, max_words, size=length).tolist() for length in lengths]
data = pad_sequences(reviews, maxlen=max_length)
labels = (data.max(axis=1) > 4900).astype('int32')
x_train, x_test = data[:800], data[800:]
y_train, y_test = labels[:800], labels[800:]
print(x_train.shape, y_train.mean())

model = Sequential()
model.add(Embedding(max_words, 16))
model.add(GlobalAveragePooling1D())
model.add(Dense(16, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(optimizer='rmsprop', loss='binary_crossentropy', metrics=['accuracy'])
history = model.fit(x_train, y_train, epochs=4, batch_size=512, validation_split=0.2, verbose=2)
results = model.evaluate(x_test, y_test)
print(results)

accuracy = history.history['accuracy']
validation = history.history['val_accuracy']
epochs = range(1, len(accuracy) + 1)
plt.plot(epochs, accuracy, 'bo', label='training')
plt.plot(epochs, validation, 'b', label='validation')
plt.title('Accuracy')
plt.legend()
plt.figure()
plt.plot(epochs, history.history['loss'])
plt.show()
