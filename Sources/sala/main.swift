print("sala")
