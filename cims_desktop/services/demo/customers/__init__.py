"""Who the made-up customers are: names, places, contact points, preferences."""
