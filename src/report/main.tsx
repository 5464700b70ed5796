document.body.textContent = 'API Spend';
