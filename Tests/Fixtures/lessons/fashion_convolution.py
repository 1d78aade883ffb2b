import numpy as np
import matplotlib.pyplot as plt
import tensorflow as tf
from sklearn.metrics import confusion_matrix, classification_report

(train_images, train_labels), (test_images, test_labels) = tf.keras.datasets.fashion_mnist.load_data()
class_names = ['top', 'trouser', 'pullover', 'dress', 'coat', 'sandal', 'shirt', 'sneaker', 'bag', 'boot']
train_images = train_images.reshape((60000, 28, 28, 1)) / 255.0
test_images = np.expand_dims(test_images, -1) / 255.0
print(train_images.shape, test_images.max(), len(train_labels))

model = tf.keras.models.Sequential([
    tf.keras.layers.Conv2D(32, (3, 3), activation='relu', input_shape=(28, 28, 1)),
    tf.keras.layers.MaxPooling2D((2, 2)),
    tf.keras.layers.Conv2D(64, kernel_size=(3, 3), activation='relu'),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(64, activation='relu'),
    tf.keras.layers.Dropout(rate=0.5),
    tf.keras.layers.Dense(10, activation='softmax'),
])
model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=0.001), loss='sparse_categorical_crossentropy',
              metrics=['accuracy'])
stop = tf.keras.callbacks.EarlyStopping(monitor='val_loss', patience=2)
history = model.fit(train_images, train_labels, epochs=3, validation_split=0.1, callbacks=[stop])
test_loss, test_acc = model.evaluate(test_images, test_labels, verbose=2)
print(f'{test_acc:.3f}')

probabilities = model.predict(test_images)
predicted = np.argmax(probabilities, axis=1)
matrix = confusion_matrix(test_labels, predicted)
print(matrix.diagonal() / matrix.sum(axis=1))
print(classification_report(test_labels, predicted, target_names=class_names))

fig, axes = plt.subplots(2, 5, figsize=(10, 4))
for i, ax in enumerate(axes.flat):
    ax.imshow(test_images[i].reshape(28, 28), cmap='binary')
    ax.set_title(class_names[predicted[i]])
    ax.axis('off')
plt.tight_layout()
plt.show()
