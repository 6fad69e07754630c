"""Planning: what readers' tools compute from the facts. Each rule has a twin in docs/assets/javascripts."""
